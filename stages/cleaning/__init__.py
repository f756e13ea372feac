"""Cleaning: from the bytes of a page to the article it holds, its headline, its outlet and its day."""
