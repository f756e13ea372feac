"""Who acts and whom it is done to, where tags and the order of words leave no doubt and the tree says otherwise."""

from spacy.tokens import Doc, Token

from stages.mending.acting_beside import mend_beside
from stages.parsing.hanging import hang, next_word, previous_word, text_before
from stages.parsing.heads import NOUN_SUBJECTS, case_of
from stages.parsing.tags import TENSED
from stages.words.people import COLLECTIVES, is_person_noun
from stages.words.wordlists import words_of

SUFFERING = words_of("""
    abuse beating beatings death deaths defeat defeats killing killings massacre mistreatment suffering torture
    treatment violence rape abuses ill-treatment humiliation
""")
FOLLOWERS = {"asked": ("for",), "shot": ("at", "into", "on"), "fired": ("at", "into", "on", "upon")}
OPENING = frozenset({"as", "when", "after", "while", "before", "because", "until"})
ASSAILED = words_of("attacked ambushed bombed shelled raided stormed besieged torched looted robbed stoned pelted")
BEHIND = frozenset({"with", "by", "in", "at", "near", "after", "outside", "over"})
MANY = words_of("dozens scores hundreds thousands tens number hundred thousand")


def mend_acting(doc: Doc) -> None:
    """Phrases of those at whose hands it happened, crowds, headlines, courts and objects."""
    for word in doc:
        return_hands(word)
        open_crowd(word)
        make_finite(word)
        make_assailed(word)
        return_sitting(word)
        describe_many(word)
        make_thing(word)
        return_series(word)
        join_accused(word)
        open_whom(word)
        return_agents(word)
    mend_beside(doc)


def return_hands(hands: Token) -> None:
    """In "victims of torture at the hands of guards" they are the hands of the guards, who torture."""
    link = next_word(hands)
    if hands.lower_ not in {"hand", "hands"} or case_of(hands) != "at" or link.lower_ != "of" or link.dep_ != "case":
        return
    if link.head.head != hands:
        hang(link.head, hands, "nmod")
    deed = previous_word(hands.left_edge)
    if deed.lower_ in SUFFERING and deed.tag_.startswith("NN"):
        hang(hands, deed, "nmod")


def open_crowd(verb: Token) -> None:
    """In "attacked by a mob throwing stones" a mob attacks and throws them: no article stands before stones."""
    things, crowd = verb.head, previous_word(verb)
    is_inside = verb.tag_ == "VBG" and verb.dep_ in {"amod", "compound"} and things.tag_ in {"NNS", "NNPS"}
    is_noun = (
        crowd.tag_ in {"NN", "NNP"} and crowd.dep_ in {"compound", "amod", "nmod"} and crowd.head in {things, verb}
    )
    articles = [child for child in things.lefts if child.lower_ in {"a", "an"} and child.i < crowd.i]
    if not is_inside or not is_noun or not articles or crowd == verb:
        return
    above, relation = (things, "ROOT") if things.head == things else (things.head, things.dep_)
    first = [child for child in things.lefts if child.i < crowd.i]
    behind = [child for child in things.rights if child.dep_ == "punct"]
    is_hung = hang(crowd, *((crowd, relation) if above == things else (above, relation)))
    if is_hung and hang(verb, crowd, "acl") and hang(things, verb, "obj"):
        for child in (*first, *behind):
            hang(child, crowd)


def make_finite(verb: Token) -> None:
    """In "some guards asked for leave, he says" the guards ask: a clause that says so has no passive without "were"."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj:pass"), None)
    is_bare = verb.tag_ == "VBN" and not any(child.dep_.startswith("aux") for child in verb.lefts)
    if subject is None or not is_bare or next_word(verb).lower_ not in FOLLOWERS.get(verb.lower_, ()):
        return
    is_clause = any(child.dep_ == "mark" and child.lower_ in OPENING for child in verb.lefts)
    is_told = verb.dep_ == "advcl" and is_clause and verb.sent[-1].text in {".", '"', "”"}
    if verb.lower_ == "asked" or is_told:
        verb.tag_, subject.dep_ = "VBD", "nsubj"


def make_assailed(verb: Token) -> None:
    """In the headline "Police attacked with petrol bombs" they are attacked: a headline tells of deeds as of now."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    is_first = verb.tag_ == "VBD" and verb.dep_ == "ROOT" and verb.lower_ in ASSAILED and subject is not None
    if not is_first or subject is None or next_word(verb).lower_ not in BEHIND or verb.sent[-1].text in '.!?"”':
        return
    objects = [child for child in verb.rights if child.dep_ == "obj"]
    if any(case_of(each) is None for each in objects) or any(child.dep_ == "aux" for child in verb.lefts):
        return
    verb.tag_, subject.dep_ = "VBN", "nsubj:pass"
    for each in objects:
        each.dep_ = "obl"


def return_sitting(verb: Token) -> None:
    """In "A court martial sitting in Abuja has jailed ten" the court does: what it does meanwhile is no subject."""
    noun, deed = previous_word(verb), verb.head
    is_subject = verb.tag_ == "VBG" and verb.dep_ == "nsubj" and deed.i > verb.i and deed.pos_ == "VERB"
    if not is_subject or not noun.tag_.startswith("NN") or noun.head != verb or noun.dep_ != "compound":
        return
    first = [child for child in verb.lefts if child != noun]
    if hang(noun, deed, "nsubj") and hang(verb, noun, "acl"):
        for child in first:
            hang(child, noun)


def describe_many(participle: Token) -> None:
    """In "thousands of serving and retired soldiers" the soldiers are both, and nobody retires them."""
    of = previous_word(participle)
    many, noun = previous_word(of), _noun_of_two(participle)
    if participle.tag_ not in {"VBG", "VBN"} or of.lower_ != "of" or many.lower_ not in MANY or noun is None:
        return
    link, second = participle.nbor(1), participle.nbor(2)
    if hang(noun, many, "nmod") and hang(participle, noun, "amod") and hang(second, participle, "conj"):
        hang(of, noun, "case")
        hang(link, second, "cc")
        participle.tag_ = second.tag_ = "JJ"
        participle.pos_ = second.pos_ = "ADJ"


def _noun_of_two(participle: Token) -> Token | None:
    """The plural that two words joined by "and" describe: "serving and retired | soldiers"."""
    doc, at = participle.doc, participle.i
    if at + 3 >= participle.sent.end or doc[at + 1].lower_ not in {"and", "or"}:
        return None
    is_second = doc[at + 2].tag_ in {"VBN", "VBD", "VBG", "JJ"}
    return doc[at + 3] if is_second and doc[at + 3].tag_ == "NNS" else None


def make_thing(noun: Token) -> None:
    """In "SHELL HITS WATER QUEUE" the queue is hit: what stands right behind a verb is no other name of it."""
    verb = noun.head
    is_named = noun.dep_ == "appos" and verb.tag_ in TENSED and noun.tag_.startswith("NN") and not is_person_noun(verb)
    if not is_named or text_before(noun.left_edge) != verb.lower_ or noun.left_edge.i != verb.i + 1:
        return
    has_object = any(child.dep_ == "obj" for child in verb.children)
    if not has_object and any(child.dep_ in NOUN_SUBJECTS for child in verb.lefts):
        noun.dep_ = "obj"


def return_series(verb: Token) -> None:
    """In "The revolt ended when Karu sent home his men, set fire to his camp and left" he sets fire to it."""
    main = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or main.tag_ != "VBD" or text_before(verb) != ",":
        return
    clause = next((child for child in main.rights if child.dep_ == "advcl" and child.i < verb.i), None)
    if clause is None or clause.tag_ != "VBD" or any(child.dep_ in NOUN_SUBJECTS for child in verb.lefts):
        return
    firsts = [next((child for child in each.lefts if child.dep_ == "nsubj"), None) for each in (main, clause)]
    if firsts[0] is None or firsts[1] is None or _is_someone(firsts[0]) or not _is_someone(firsts[1]):
        return
    if not any(token.text == "," for token in verb.doc[clause.i : verb.i - 1]):
        hang(verb, clause)


def _is_someone(noun: Token) -> bool:
    return is_person_noun(noun) or noun.ent_type_ in {"PERSON", "ORG"} or noun.lower_ in COLLECTIVES


def join_accused(noun: Token) -> None:
    """In "accused the army of killing ten and the police of torturing others" the police are accused too."""
    deed = next((child for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VBG"), None)
    first = noun.head.head
    is_second = noun.dep_ == "conj" and deed is not None and deed.left_edge.lower_ == "of" and first.tag_ == "VBG"
    if not is_second or deed is None or first.left_edge.lower_ != "of" or deed.left_edge.i != noun.i + 1:
        return
    above = first.head
    accused = next((child for child in above.rights if child.dep_ == "obj" and child.i < first.i), None)
    if above.lower_.startswith("accus") and accused is not None and hang(noun, accused, "conj"):
        deed.dep_ = "acl"


def open_whom(whom: Token) -> None:
    """In "a clerk whom residents accuse of theft" they accuse the clerk: what follows is no noun."""
    noun = previous_word(whom)
    verb = whom.head.head if whom.head.tag_ == "NNS" else whom.head
    doers = [child for child in verb.lefts if child.dep_ == "nsubj" and child.i > whom.i]
    is_read_so = whom.lower_ == "whom" and verb.tag_ == "NN" and verb.i > whom.i and bool(doers)
    if is_read_so and noun.tag_.startswith("NN") and hang(verb, noun, "acl:relcl"):
        hang(whom, verb, "obj")
        verb.tag_, verb.pos_ = "VBP", "VERB"


def return_agents(verb: Token) -> None:
    """In "A truce agreed by the army and the rebels began" both agreed it: no verb with "by" has a subject so."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    agent = next((child for child in verb.rights if child.dep_ == "obl:agent"), None)
    later = next((child for child in verb.rights if child.dep_ == "conj" and child.tag_ in TENSED), None)
    if subject is None or agent is None or later is None or verb.tag_ != "VBD" or subject.i != verb.i - 1:
        return
    second = next((child for child in later.lefts if child.dep_ == "nsubj"), None)
    link = next((child for child in later.lefts if child.dep_ == "cc"), None)
    is_pair = second is not None and link is not None and link.i == second.left_edge.i - 1 == agent.i + 1
    if second is None or link is None or not is_pair:
        return
    above, relation = (later, "ROOT") if verb.head == verb else (verb.head, verb.dep_)
    if hang(later, above, relation) and hang(subject, later, "nsubj") and hang(verb, subject, "acl"):
        hang(second, agent, "conj")
        hang(link, second, "cc")
        verb.tag_ = "VBN"
