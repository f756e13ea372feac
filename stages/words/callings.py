"""What people do or are, by one noun: trades, posts, ranks of faith and service, and kin beyond the nearest."""

from stages.words.wordlists import words_of

TRADES = words_of("""
    painter dancer comedian rapper producer filmmaker sculptor historian novelist playwright scriptwriter screenwriter
    composer rector dean headmaster tutor fixer stringer presenter butcher barber tailor carpenter plumber welder
    stevedore skipper cook waiter chef bartender stenographer courier messenger cleaner sweeper caretaker chauffeur
    cabbie trucker physician pediatrician paediatrician cardiologist psychiatrist obstetrician anaesthetist
    veterinarian pharmacist coroner magistrate barrister solicitor notary bailiff warden jailer gaoler warder
    treasurer comptroller broker financier entrepreneur chairperson shareholder investor tenant lodger visitor
    navigator copilot aviator flyer biker rider jockey gangster mobster gunrunner vandal hooligan skinhead
    archaeologist undertaker grocer goldsmith jeweller jeweler cobbler blacksmith potter weaver fruit-seller
    fishmonger ferryman boatman bargee beekeeper milker grazer cattle-herder lumberjack quarryman tour-guide
    contractor subcontractor surveyor architect draughtsman sales-clerk shop-assistant docker steelworker hairdresser
    boxer cricketer bouncer astronaut cosmonaut mariner counsellor auditor peddler hacker recruiter executive
    flight-attendant social-worker sex-worker
""")
POSTS = words_of("""
    chancellor vizier regent monarch emir sultan caliph legate plenipotentiary commissioner superintendent sheriff
    adjutant quartermaster gunner bombardier sapper lancer legionnaire trooper alderman ombudsman
    mufti ayatollah mullah maulvi abbot deacon archbishop chaplain friar vicar catechist parishioner churchgoer
    believer disciple cardinal pope prefect juror plaintiff negotiator mediator rapporteur lord boss dictator tyrant
    despot successor predecessor civil-servant ex-soldier ex-president ex-minister
""")
KIN = words_of("""
    youngster teen newborn twin triplet stepfather stepmother stepson stepdaughter spouse godfather godson heir
    descendant expatriate expat emigre schoolmate flatmate housemate bystander
    turncoat renegade partisan whistleblower benefactor gangleader superior dweller patroller rustler looter squatter
    latecomer newcomer returnee escaper fasting-striker picketer stone-thrower ringleader lieutenant sympathizer
    sympathiser collaborator infiltrator transporter woodcutter fruit-picker beggar orphan widow widower learner
    birdwatcher oiler cellmate crewmate classmate workmate shipmate seaman skipper paraglider swimmer farmhand
    stallholder householder homeowner evangelist settler shooter killer murderer strangler peasant undergraduate
    backpacker holidaymaker climber neo-nazi adolescent pensioner acquaintance stranger spectator reveller clubber
    partygoer concertgoer billionaire millionaire oligarch magnate traitor veteran addict beneficiary fiance
""")
OTHERS = words_of("""
    townspeople townsfolk tribespeople countryfolk womenfolk menfolk clansmen kinsmen seamen midshipmen
    waitress waitresses actress actresses stewardess stewardesses midwife midwives headmistress mujahid mujahideen
    maquisard maquisards talib janjaweed hostess bosses carabiniere carabinieri nanny nannies
""")
CALLINGS = OTHERS.union(*({word, f"{word}s"} for word in TRADES | POSTS | KIN))
