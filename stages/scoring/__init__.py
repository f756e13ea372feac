"""How well the rows agree with gold annotations: pure measures, from statements, names and articles to figures."""
