"""Rule files and the data dictionary → a Rulebook, or every Problem with its line."""
