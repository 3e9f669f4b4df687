"""A conformance checker whose standard is data: rules and a dictionary in, findings out."""

__version__ = "0.1.0"
