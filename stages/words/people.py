"""Words for people, for things that are counted beside them, and for bodies of people that are not one person."""

from spacy.tokens import Token

from stages.words.callings import CALLINGS
from stages.words.not_one import is_not_one
from stages.words.wordlists import words_of

PEOPLE = (
    words_of("""
    administrator administrators schoolteacher schoolteachers
    people person persons man men woman women child children boy boys girl girls youth youths teenager teenagers baby
    babies infant infants toddler toddlers adult adults human humans civilian civilians resident residents citizen
    citizens villager villagers local locals native natives inhabitant inhabitants national nationals
    soldier soldiers troop troops officer officers conscript conscripts recruit recruits reservist reservists
    serviceman servicemen servicewoman servicewomen personnel pilot pilots airman airmen sailor sailors marine marines
    crewman crewmen guard guards bodyguard bodyguards commando commandos paratrooper paratroopers sniper snipers
    gunman gunmen attacker attackers assailant assailants bomber bombers fighter fighters militant militants
    insurgent insurgents rebel rebels guerrilla guerrillas guerilla guerillas jihadist jihadists extremist extremists
    terrorist terrorists militiaman militiamen thug thugs loyalist loyalists mercenary mercenaries combatant combatants
    defector defectors deserter deserters mutineer mutineers element elements member members service recruits
    policeman policemen policewoman policewomen cop cops constable constables detective detectives gendarme gendarmes
    agent agents spy spies informer informers informant informants
    general generals colonel colonels major majors captain captains lieutenant lieutenants sergeant sergeants corporal
    corporals private privates brigadier brigadiers admiral admirals commander commanders commodore commodores marshal
    marshals cadet cadets leader leaders chief chiefs warlord warlords
    minister ministers ambassador ambassadors diplomat diplomats deputy deputies lawmaker lawmakers legislator
    legislators parliamentarian parliamentarians senator senators official officials governor governors mayor mayors
    councillor councillors judge judges prosecutor prosecutors politician politicians candidate candidates envoy envoys
    consul consuls attache attaches president presidents premier premiers king queen prince princes princess
    protester protesters protestor protestors demonstrator demonstrators marcher marchers rioter rioters striker
    strikers activist activists dissident dissidents supporter supporters opponent opponents critic critics foe foes
    campaigner campaigners worker workers miner miners teacher teachers student students pupil pupils
    schoolboy schoolboys schoolgirl schoolgirls schoolchildren driver drivers farmer farmers doctor doctors nurse nurses
    medic medics paramedic paramedics lawyer lawyers journalist journalists reporter reporters
    blogger bloggers cameraman cameramen correspondent correspondents engineer engineers employee employees
    cleric clerics priest priests imam imams monk monks nun nuns worshipper worshippers pilgrim pilgrims shopper
    shoppers passenger passengers passerby passersby passer passers bystander bystanders staffer staffers donor donors
    onlooker onlookers pedestrian pedestrians photographer photographers
    traveller travellers traveler travelers tourist tourists foreigner foreigners migrant migrants immigrant
    editor editors surgeon surgeons baker bakers herder herders shepherd shepherds merchant merchants vendor
    vendors hawker hawkers lecturer lecturers bishop bishops pastor pastors rabbi rabbis preacher preachers muezzin
    muezzins writer writers musician musicians broadcaster broadcasters publisher publishers builder builders maid
    maids servant servants gardener gardeners porter porters clerk clerks accountant accountants banker bankers
    tycoon tycoons electrician electricians commuter commuters mourner mourners chieftain chieftains sheikh sheikhs
    nomad nomads settler settlers squatter squatters defendant defendants roommate roommates classmate classmates
    researcher researchers vigilante vigilantes smuggler smugglers trafficker traffickers dealer dealers assassin
    assassins bandit bandits pirate pirates looter looters footballer footballers apprentice apprentices instructor
    instructors seminarian seminarians firefighter firefighters gravedigger gravediggers missionary missionaries
    passer-by passers-by aid-worker aid-workers
    thief thieves culprit culprits robber robbers burglar burglars pickpocket pickpockets hoodlum hoodlums outlaw
    outlaws crook crooks kingpin kingpins capo capos saboteur saboteurs plotter plotters conspirator conspirators
    accomplice accomplices ringleader ringleaders mastermind masterminds novice novices steward stewards hiker hikers
    logger loggers poacher poachers hunter hunters beggar beggars prostitute prostitutes scholars attorney attorneys
    sentry sentries janitor janitors cashier cashiers landlord landlords collaborator collaborators infiltrator
    infiltrators agitator agitators provocateur provocateurs evangelical evangelicals goon goons
    immigrants refugee refugees evacuee evacuees exile exiles returnee returnees asylum-seeker asylum-seekers seeker
    seekers orphan orphans widow widows victim victims casualty casualties fatality fatalities martyr martyrs survivor
    survivors hostage hostages captive captives prisoner prisoners detainee detainees inmate inmates suspect suspects
    convict convicts fugitive fugitives criminal criminals prisoner-of-war pow pows abductee abductees kidnapper
    kidnappers hijacker hijackers rescuer rescuers volunteer volunteers observer observers monitor monitors inspector
    inspectors peacekeeper peacekeepers trainer trainers adviser advisers advisor advisors contractor contractors
    dead wounded injured missing displaced homeless others brother brothers sister sisters father fathers mother
    mothers son sons daughter daughters wife wives husband husbands parent parents relative relatives cousin cousins
    uncle uncles aunt nephew nephews grandmother grandmothers bridegroom
    grandfather grandfathers grandparents grandchild grandchildren grandson grandsons granddaughter granddaughters
    niece nieces bride groom friend friends colleague colleagues comrade comrades companion companions neighbour
    neighbours neighbor neighbors boyfriend girlfriend gentleman gentlemen elder elders tribesman tribesmen
    fisherman fishermen businessman businessmen businesswoman spokesman spokesmen spokeswoman translator interpreter
    author artist singer actor poet professor scientist scholar academic expert experts analyst analysts witness
    witnesses source sources guest guests fan fans player players athlete athletes trader traders shopkeeper
    shopkeepers labourer labourers laborer laborers patient patients body bodies corpse corpses soul souls
    head heads aide aides secretary director manager owner owners mechanic technician technicians operative operatives
""")
    | CALLINGS
)

RELATIVES = words_of("""
    family families wife wives husband husbands child children kids son sons daughter daughters baby babies mother
    mothers father fathers parent parents brother brothers sister sisters cousin cousins uncle aunt nephew niece
    relative relatives fiancee fiance girlfriend
""")

# Counted beside people in the news, and never people.
THINGS = words_of("""
    year years month months week weeks day days night nights hour hours minute minutes second seconds decade decades
    century centuries moment moments time times occasion occasions period periods age ages birthday anniversary weekend
    weekends o'clock percent per cent percentage point points degree degrees dollar dollars pound pounds euro euros
    rouble roubles ruble rubles dinar dinars lira liras yen yuan rupee rupees shilling shillings cents won baht peso
    pesos km kilometre kilometres kilometer kilometers mile miles metre metres meter meters yard yards foot feet inch
    inches acre acres hectare hectares mph kph kg kilogram kilograms kilo kilos tonne tonnes ton tons litre litres
    liter liters gallon gallons barrel barrels watt watts megawatt megawatts
    vehicle vehicles car cars truck trucks lorry lorries bus buses train trains tank tanks jet jets plane planes
    aircraft airplane airplanes warplane warplanes helicopter helicopters drone drones ship ships boat boats vessel
    vessels submarine submarines carrier carriers motorcycle motorcycles bicycle bicycles tractor tractors ambulance
    ambulances convoy convoys flight flights sortie sorties
    house houses home homes building buildings flat flats apartment apartments block blocks shop shops store stores
    market markets school schools hospital hospitals clinic clinics church churches mosque mosques temple temples
    embassy embassies office offices factory factories farm farms hotel hotels room rooms tent tents camp camps bridge
    bridges road roads street streets village villages town towns city cities district districts province provinces
    region regions area areas neighbourhood neighbourhoods neighborhood neighborhoods state states country countries
    nation nations governorate governorates constituency constituencies island islands border borders front fronts
    base bases post posts checkpoint checkpoints position positions station stations barracks outpost outposts
    airport airports airfield airfields port ports compound compounds facility facilities site sites target targets
    location locations place places
    rocket rockets missile missiles shell shells mortar mortars bomb bombs grenade grenades mine mines rifle rifles
    gun guns weapon weapons pistol pistols bullet bullets round rounds shot shots warhead warheads cannister canisters
    attack attacks raid raids strike strikes airstrike airstrikes bombing bombings explosion explosions blast blasts
    clash clashes battle battles incident incidents operation operations protest protests demonstration demonstrations
    rally rallies march marches riot riots meeting meetings talk talks session sessions visit visits election elections
    agreement agreements deal deals treaty treaties accord accords resolution resolutions sanction sanctions
    case cases report reports video videos clip clips photo photos picture pictures page pages article articles story
    stories book books song songs word words letter letters statement statements question questions answer answers
    seat seats vote votes ballot ballots goal goals run runs wicket wickets over overs ball balls game games match
    matches team teams side sides party parties faction factions group groups unit units brigade brigades battalion
    battalions regiment regiments division divisions squad squads platoon platoons company companies corporation firm
    firms organisation organisations organization organizations agency agencies institution institutions committee
    committees council councils court courts government governments ministry ministries tribe tribes clan clans family
    families household households couple pairs animal animals horse horses cow cows sheep goat goats dog dogs camel
    camels chicken chickens tree trees well wells bag bags box boxes ticket tickets copy copies unit ways way thing
    things reason reasons factor factors issue issues problem problems step steps stage stages phase phases level
    levels option options condition conditions demand demands proposal proposals plan plans type types kind kinds form
    forms part parts piece pieces item items charge charges count counts sentence sentences trial trials law laws
    right rights crime crimes massacre massacres crisis war wars conflict conflicts coup coups
    cent cents language languages currency share shares stock stocks phone phones computer computers system systems
    wrists fists unit defect defects model models version versions order orders contract contracts job jobs
""")

# One word for many people: an article before it counts nobody.
COLLECTIVES = words_of("""
    army military navy force forces police militia regime government opposition public people group crowd mob gang
    unit brigade battalion regiment division company squad platoon team crew party population community family tribe
    clan majority minority side staff media press audience delegation committee council movement organisation
    organization agency network alliance coalition union band band convoy contingent column wave series number total
    toll gathering procession garrison battalion youth personnel clergy leadership command cabinet parliament
    assembly court ministry embassy state country nation world city town village cell faction rest elite bulk
    police-force security security-forces troops men women children others dead wounded injured missing displaced
    insurgency rebellion resistance enemy guard service element elements source intelligence diaspora mission
""")

# "a group of 20 soldiers": the number stands on what the container holds.
CONTAINERS = words_of("""
    group groups crowd crowds total number team crew band contingent convoy column delegation party gang mob force
    family wave batch toll deaths death killing killings arrest arrests detention wounding injury injuries execution
    executions murder murders abduction abductions kidnapping release releases desertion desertions defection
    defections loss capture evacuation displacement flight expulsion exodus battalion unit brigade squad platoon
    column garrison population bodies body lives life names gathering procession rally
""")

# Events that happen to one person each: "three defections" counts people.
TALLIED = words_of("""
    lives
    deaths fatalities casualties killings executions murders assassinations injuries arrests detentions abductions
    kidnappings disappearances defections desertions beheadings hangings lynchings releases
""")
SINGULAR_IN_S = words_of("boss witness hostess princess actress waitress press gas bus us thus his this cross chess")
PLURALS = words_of("""men women people children police policemen servicemen gunmen militiamen crewmen airmen tribesmen
    fishermen businessmen spokesmen policewomen personnel troops youths clergy dead wounded injured others""")
PERSON_SUFFIXES = ("man", "men", "woman", "women", "ist", "ists", "eer", "eers", "crat", "crats", "ee", "ees")

GRADED = frozenset({"secretary", "lieutenant", "mate"})  # "a second secretary" is one, and no second one
FORCES = words_of("forces troops army militia police military")
FATES = words_of("dead killed injured wounded hurt missing detained arrested")
BODIES = words_of("body bodies corpse corpses death deaths fatality fatalities")


def is_noun(token: Token) -> bool:
    """Whether the tagger calls it a noun or a name."""
    return token.tag_.startswith("NN") or token.pos_ in {"NOUN", "PROPN"}


def is_nobody(token: Token) -> bool:
    """Whether a word with its determiner stands for nobody: "no one", "no group", "none of them"."""
    opening = {child.lower_ for child in token.lefts if child.dep_ != "cc:preconj"}  # not "neither Peru nor Chile"
    is_none = token.lower_ in {"nobody", "none", "neither"} or not opening.isdisjoint({"no", "neither"})
    return is_none or is_not_one(token)


def is_plural(token: Token) -> bool:
    """Whether a noun is plural, by its tag where there is one, else by its form."""
    if token.lower_ in PLURALS:
        return True
    word = token.lower_
    if not word.endswith("s") and (f"{word}s" in PEOPLE or word in COLLECTIVES):
        return False  # whatever the tagger says of "colonel" or "militia"
    if token.tag_.startswith("NN"):
        return token.tag_.endswith("S")
    return word.endswith("s") and not word.endswith(("ss", "us")) and word not in SINGULAR_IN_S


def is_thing(token: Token) -> bool:
    """Whether the word is known to name no person."""
    return token.lower_ in THINGS and token.lower_ not in PEOPLE


def is_person_noun(token: Token) -> bool:
    """Whether the word names people: by the list, by its ending, or as a people's name in the plural ("Syrians")."""
    word = token.lower_
    if word in PEOPLE:
        return True
    if is_thing(token) or word in COLLECTIVES:
        return False
    if word in {"old", "olds"}:
        is_noun_here = token.dep_ in {"nsubj", "nsubj:pass", "obj", "obl:agent"}
        return is_noun_here and token.i > 1 and token.nbor(-1).text == "-"  # "a 20-year-old shot his captain"
    if word.endswith(PERSON_SUFFIXES) and len(word) > 5:
        return True
    return (
        token.text[:1].isupper()
        and word.endswith(("ans", "ians", "is", "ds", "ks", "ers", "bs", "ts", "urs"))
        and not token.is_upper
    )


def is_of_other_fate(member: Token, head: Token) -> bool:
    """ "fifty people dead and hundreds more injured": of two groups in one list each has its own fate."""
    own, other = _fate_of(head), _fate_of(member)
    return own is not None and other is not None and own != other


def _fate_of(token: Token) -> str | None:
    if token.lower_ in FATES:
        return token.lower_
    if token.lower_ in BODIES:
        return "dead"
    described = (child.lower_ for child in token.lefts if child.dep_ == "amod" and child.lower_ in FATES)
    if not is_plural(token) or (fate := next(described, None)) is None:
        return _fate_behind(token)
    return fate


def _fate_behind(token: Token) -> str | None:
    for following in token.doc[token.i + 1 : token.i + 4]:
        if following.lower_ in FATES:
            return following.lower_
        if following.lower_ not in {"more", "others", "other", "people", "were", "was", "have", "been"}:
            return None
    return None


def is_next_of_many(noun: Token) -> bool:
    """Whether a noun is one of a row that is counted: "it would mark the 13th general to leave"."""
    is_object = noun.dep_ == "obj" and noun.tag_ == "NN"
    words = (child.lower_ for child in noun.lefts if child.dep_ == "amod")
    return is_object and any(word[:1].isdigit() or word in {"first", "second", "third", "latest"} for word in words)


def is_doer(noun: Token) -> bool:
    """Whether a noun is itself who acts, and no plan of somebody's: a person, a name, "forces in taking the port"."""
    return is_person_noun(noun) or bool(noun.ent_type_) or noun.lower_ in FORCES
