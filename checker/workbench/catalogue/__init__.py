"""The catalogue: all that a rule set says, as pages to browse, to search and to print."""
