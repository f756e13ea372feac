"""Words that say how sure, wanted or denied an event is, by lemma."""

from stages.wordlists import words_of

HEDGING_ADVERBS = words_of("reportedly allegedly purportedly supposedly apparently ostensibly seemingly presumably")
HEDGING_ADJECTIVES = words_of("alleged purported unconfirmed suspected supposed reported rumoured rumored presumed "
                              "apparent unverified so-called claimed")  # fmt: skip
POSSIBLE_ADVERBS = words_of("perhaps maybe possibly probably likely potentially conceivably hypothetically")
POSSIBLE_ADJECTIVES = words_of("possible potential likely probable hypothetical imminent future looming")
PLANNED_ADJECTIVES = words_of("planned scheduled upcoming forthcoming future next proposed threatened intended "
                              "announced promised anticipated expected coming")  # fmt: skip
POSSIBLE_AUXILIARIES = words_of("may might could would can 'd should ca")
PLANNED_AUXILIARIES = words_of("will shall 'll wo must")
NEGATIONS = words_of("not n't n’t never no neither nor nobody none cannot without hardly nothing")
CONDITIONS = words_of("if unless whether provided should lest")

# Verbs by what they make of their complement.
DENYING = words_of("deny refute reject dismiss disprove rule debunk contradict dispute disavow rebut")
PREVENTING = words_of("prevent stop avert avoid foil thwart block refuse fail decline forbid ban refrain abstain bar")
DOUBTING = words_of("doubt question wonder fear worry consider mull contemplate weigh risk speculate hint suspect "
                    "imagine hope try attempt seek endeavour endeavor struggle debate discuss predict believe think "
                    "warn")  # fmt: skip
PLANNING = words_of("plan vow pledge promise intend agree threaten urge demand order ask want prepare schedule expect "
                    "aim decide propose request call appeal insist press push swear wish undertake arrange set ready "
                    "offer invite commit require command instruct advise recommend encourage mean due negotiate "
                    "assure target assign")  # fmt: skip
HEDGING = words_of("claim purport allege suspect rumour rumor appear seem accuse charge report believe suppose presume "
                   "say think assume blame")  # fmt: skip
UNCONFIRMING = words_of("confirm verify corroborate authenticate acknowledge prove")

# Nouns by what they make of what hangs on them.
POSSIBLE_NOUNS = words_of("possibility prospect risk fear danger likelihood chance speculation potential attempt "
                          "bid effort warning")  # fmt: skip
PLANNED_NOUNS = words_of("plan call demand threat vow promise pledge appeal preparation proposal intention "
                         "order request deadline offer invitation date ultimatum")  # fmt: skip
HEDGED_NOUNS = words_of("claim allegation rumour rumor accusation suspicion")
DENIED_NOUNS = words_of("denial lack absence")
EVIDENCE_NOUNS = words_of("video footage clip film photo photograph picture image recording report audio tape message")
