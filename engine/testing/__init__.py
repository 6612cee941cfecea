"""Tools for tests: a pytest plugin with trees stepped by hand."""
