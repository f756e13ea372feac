"""How many: numbers and what they count, wherever they stand."""
