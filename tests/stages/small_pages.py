"""A small page in the look of a scraped one, and the seeds that cleaning needs."""

from functools import cache

import seeds
from stages.cleaning.outlets import Outlets
from stages.cleaning.phrases import Phrases

ARTICLE = (
    "BAMAKO, March 3 - Forty soldiers of a garrison in the north left their posts on Monday, two officers said.",
    "The men took six vehicles with them, according to a trader who met the column near the wells.",
    "The ministry of defence denied that anyone had deserted and called the report an invention of the rebels.",
    "A month earlier, a captain and eleven of his men had gone over to the same group, which holds two towns.",
)
PAGE = f"""Soldiers leave garrison in the north | Africa | The Example Herald
Skip to content
Home
News
Sport
Opinion
Sign in
Search
Africa
Soldiers leave garrison in the north
By Ann Other
3 March 2014 08:00 GMT
Share on Facebook
Advertisement
{ARTICLE[0]}
{ARTICLE[1]}
Related stories
Mayor opens new bridge over the river
Five things to know about the harvest
{ARTICLE[2]}
{ARTICLE[3]}
Advertisement
Leave a comment
Your email address will not be published.
Most read
Rain expected in the south on Sunday
Cup final moved to the new stadium
© 2014 The Example Herald. All rights reserved.
"""
HEADLINE = "Soldiers leave garrison in the north"


@cache
def phrases() -> Phrases:
    """The shipped phrases of page furniture."""
    return Phrases.of(seeds.load("boilerplate"))


@cache
def outlets() -> Outlets:
    """The shipped outlets."""
    return Outlets.of(seeds.load("outlets"))
