"""From one Result to what people and programs read of it: result.json, HTML, PDF."""
