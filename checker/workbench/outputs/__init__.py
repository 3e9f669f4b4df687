"""An Inspection as other programs read it: JSON, SARIF, JUnit, annotations. One form a module."""
