"""Makes the large synthetic samples. Nothing in them is a real place, company or person."""
