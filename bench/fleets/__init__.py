"""A fleet of any size, and the programs that make its files in five languages."""
