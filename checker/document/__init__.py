"""Text to data: strict YAML with the line and column of every node."""
