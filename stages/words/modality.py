"""Words that say how sure, wanted or denied an event is, by lemma."""

from stages.words.wordlists import words_of

HEDGING_ADVERBS = words_of("reportedly allegedly purportedly supposedly apparently ostensibly seemingly presumably")
HEDGING_ADJECTIVES = words_of("alleged purported unconfirmed suspected supposed reported rumoured rumored presumed "
                              "apparent unverified so-called claimed")  # fmt: skip
POSSIBLE_ADVERBS = words_of("perhaps maybe possibly probably likely potentially conceivably hypothetically")
POSSIBLE_ADJECTIVES = words_of(
    "possible potential likely probable hypothetical imminent looming attempted eventual ultimate"
)
PLANNED_ADJECTIVES = words_of("planned scheduled upcoming forthcoming future next proposed threatened intended "
                              "promised anticipated expected coming")  # fmt: skip
POSSIBLE_AUXILIARIES = words_of("may might could would can 'd ’d should ca")
PLANNED_AUXILIARIES = words_of("will shall 'll ’ll wo must")
NEGATIONS = words_of("not n't n’t never no neither nor nobody none cannot without hardly nothing")
NO_ONE = words_of("nobody none nothing noone")
CONDITIONS = words_of("if unless whether lest")
STAGES = words_of("stage scene way path ground")  # "set the stage for", "paved the way for"

# Verbs by what they make of their complement.
DENYING = words_of("deny refute dismiss disprove debunk contradict dispute disavow rebut rule reject veto")
WRONGLY = words_of("wrongly wrongfully falsely unjustly mistakenly")  # accused, convicted, jailed
ACQUITTING = words_of("acquit clear absolve exonerate")
PREVENTING = words_of("""
    prevent stop avert avoid foil thwart refuse fail decline forbid refrain abstain prohibit ban bar block unable
    impossible unwilling reluctant cancel scrap abandon
""")
AVERTING = words_of("prevent avert avoid foil thwart cancel scrap abandon")  # "stop the killing" tells of it
# What these do not do, the event beside them does not: "will not hold talks", "the attack did not happen".
CARRYING = words_of("""
    be have hold host attend convene launch carry conduct stage mount make begin start open resume commit see happen
    occur take continue follow reach sign order lead join undertake wage organise organize release free conclude
    accept impose declare announce secure achieve negotiate broker arrange perpetrate hear do deliver provide send
    grant give offer enter engage face suffer cause trigger spark provoke prompt result avoid risk allow need use
    keep come maintain bring observe dispatch ship extend intensify escalate pursue agree put obtain attain restore
    win proceed ratify endorse call initiate renew implement revive restart reimpose introduce
""")
GROWTH = words_of(
    "increase rise surge resumption renewal escalation repeat repetition continuation"
)  # "a rise in raids would hurt us"
CALLED = words_of("strike strikes stoppage boycott protest protests demonstration rally sit-in")  # by who call one
RETURNING = words_of("return turn adhere stick")  # to talks, to a truce
LEADING_TO = frozenset({"lead", "result", "allow", "bring"})  # "could lead to war", "will bring about a truce"
# Stronger than a plan below it: "feared that he would be killed".
PARTS = words_of("involvement role part participation complicity connection")  # in a deed that others may have done
FEARING = words_of("fear afraid worry doubt question wonder speculate warn predict imagine hope consider mull "
                   "contemplate weigh debate")  # fmt: skip
STRIVING = words_of("fight battle campaign plot conspire scheme strive push")  # to do something
TRYING = words_of("try attempt seek endeavour endeavor struggle risk hint likely unlikely liable certain sure bound")
BELIEVING = words_of("say claim report allege believe think suspect suppose presume assume rumour rumor")
SUPPOSING = words_of("believe think suspect suppose presume assume")  # that it is so, and nobody knows
SEEMING = words_of("purport appear seem")
ACCUSING = words_of("accuse suspect allege charge")
PLANNING = words_of("plan vow pledge promise intend agree threaten urge demand order ask want prepare schedule expect "
                    "aim propose request call appeal insist press pressure push swear wish undertake arrange "
                    "set ready offer invite require instruct advise recommend encourage due negotiate assure assign "
                    "need advocate approve plot willing poised train recruit postpone delay authorize authorise "
                    "provide direct mean stipulate envisage envision foresee tell commit plead beg lobby "
                    "decide")  # fmt: skip
UTTERED = words_of("express condemn denounce welcome praise salute reiterate thank commend")  # done by saying so
SENDING = words_of("send dispatch despatch deploy move mobilise mobilize land mass muster assemble")  # to do something
MAINTAINING = words_of("insist agree assure")  # that it is so, where the clause is no wish
NOT_BY_OBJECT = words_of(
    "commit decide aim set order ask press push call encourage invite due assign want expect provide tell direct mean"
)
STILL_TO_DO = frozenset(
    {
        ("order", "arrest"),
        ("order", "extradition"),
        ("order", "execution"),
        ("order", "deportation"),
        ("order", "demolition"),
    }
)
NOT_BY_PHRASE = words_of("set order offer ask want push tell direct mean")
# Whoever tells that he decided on one of these has done it: "decided to defect because".
DONE_BY_DECIDING = words_of("defect desert join leave quit resign flee")
ONLY_TO = words_of("set call tell direct mean")  # "told them to fire", not "told them that they fired"
UNTOLD = words_of("detail word comment information explanation confirmation verification")  # "no details of talks"
ENABLING = words_of(
    "enable allow secure ensure facilitate seek demand discuss negotiate arrange speed broker mediate hammer force"
)
CONFIRMING = words_of("confirm verify corroborate authenticate prove")
# What stands below these is taken as a fact, whatever stands above them.
FACTIVE = words_of("know realise realize discover learn remember forget regret conceal hide reveal celebrate condemn "
                   "mourn fact knowledge evidence aware aftermath anniversary wake")  # fmt: skip
ARRANGING = frozenset({"plan", "schedule", "propose", "prepare", "stay"})  # "the execution was stayed"
RAISING = words_of("schedule set expect plan due slate book likely")
BEARING = frozenset({"bear", "stand", "endure"})  # "could not bear to see them killed"
SETTLING = frozenset({"agree", "approve"})
# Concluded by being announced or agreed; other events announced are still to come.
CONCLUDED = words_of("ceasefire cease-fire cease truce deal agreement accord pact treaty armistice fire")
ANNOUNCED_AHEAD = words_of("protest demonstration rally strike march talk meeting visit offensive operation campaign "
                           "sit-in boycott withdrawal election release")  # fmt: skip

# In "agreed that they should leave" what should be is meant to be.
DEMANDING = words_of("agree demand insist propose recommend urge decide request order rule resolve")

# Nouns by what they make of what hangs on them.
NOUN_STATUS = {
    "possible": words_of("hope possibility prospect risk fear danger likelihood chance speculation potential attempt "
                         "bid warning effort opportunity haven"),
    "planned": words_of("plan call demand threat vow promise pledge appeal preparation proposal intention order "
                        "request decision offer deadline intent invitation ultimatum mission task readiness motion "
                         "resolution bill need goal aim objective condition rehearsal"),
    "unconfirmed": words_of("claim allegation rumour rumor accusation suspicion"),
    "denied": words_of("denial lack absence"),
}  # fmt: skip
# With "to" and a verb these tell what is still to be done.
DECIDING = words_of("""
    decision decisions move moves agreement contract contracts deal pact accord commitment commitments
    obligation mandate authority permission power right desire wish willingness ability capacity capability plot
    conspiracy scheme vote ambition determination responsibility duty pressure offensive operation campaign
    assault push battle drive alert standby
""")
DISOBEYING = words_of("refuse disobey defy ignore reject disregard flout")
FAILED = words_of("failed abortive unsuccessful botched foiled thwarted aborted")  # attempts
SUFFERING = words_of("tolerate condone countenance brook")  # what nobody has done yet: "will not tolerate a coup"
STARTING = words_of("start begin provoke trigger instigate initiate")  # "deny having started the fighting"
INVOLVEMENT = words_of("involvement role part hand complicity participation implication share responsibility")
CHOICES = words_of("choice option alternative")
# What is done for a release or a truce that is still wanted: "pressed for", "a ransom for".
SEEKING = words_of(
    "offer press push plead wait hope work campaign effort pressure bid drive appeal call demand pray "
    "ransom reward money dollar beg lobby negotiate talk negotiation bargain fight search pay"
)
REBUTTED = words_of("claim report rumour rumor allegation statement denial assertion belief suggestion "
                    "accusation charge insinuation")  # fmt: skip
EVIDENCE_NOUNS = words_of("video footage clip film photo photograph picture image recording report audio tape message")
# Whoever does this acts on no plan of his own: "rejected an offer to meet", "foiled a plot to bomb the embassy".
REACTING = words_of("""
    reject refuse dismiss oppose condemn criticise criticize denounce welcome ignore protest describe deplore decry
    defend justify mourn foil thwart frustrate avert prevent stop block repel repulse disrupt detect discover uncover
    unearth expose reveal hear learn see watch survive escape evade fear suspect investigate probe crush defeat
    intercept abort fend allege warn alert notify
""")
# What a sentence says of all it has told before.
UNVERIFIED = (
    "no independent confirmation", "could not be independently verified", "could not independently verify",
    "not be independently confirmed", "could not be verified", "could not be confirmed",
    "not been independently verified", "not see it", "n't see it", "n’t see it", "not seen it", "n't seen it",
    "could not be checked", "not been confirmed", "could not independently confirm", "not been verified",
    "not verified", "not independently verified", "could not be corroborated", "yet to be verified",
)  # fmt: skip
