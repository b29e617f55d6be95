"""The words by which a mail says something of the special categories: plain words and phrases, in lower case, Swedish and English first."""

RELATIVES = (
    "man|make|fru|maka|hustru|sambo|pappa|far|mamma|mor|son|dotter|bror|syster|barn|farfar|morfar|farmor|mormor|kollega|klient|"
    "huvudman|anställd|anställde|husband|wife|partner|father|dad|mother|mum|mom|daughter|brother|sister|child|colleague|client|"
    "employee|kone|mann"
)
SV_VERBS = (
    "har|hade|fick|fått|lider|led|drabbades|diagnostiserades|diagnosticerades|är|var|blev|insjuknade|behandlas|opereras|opererades|"
    "genomgår|går|ligger|äter|vårdas|kämpar|er|lir"
)
SV_FILLERS = (
    "också|själv|nu|då|tyvärr|nyligen|precis|just|sedan|länge|ju|en|ett|min|mitt|svår|svårt|grav|kronisk|kroniskt|allvarlig|lindrig|"
    "djup|djupt|långvarig|obotlig|spridd|elakartad|konstaterad|diagnosen|diagnos|typ|fått|haft|både|opererad|opererats|för|av|i|mot|"
    "på|med|blivit|varit|har|är|behandlas|drabbats"
)
EN_VERBS = "have|has|had|am|is|was|got|suffer|suffers|suffered|struggle|struggles|live with|lives with"
EN_FILLERS = (
    "also|now|sadly|recently|just|been|a|an|my|severe|chronic|serious|mild|deep|terminal|advanced|both|got|had|have|has|was|is|am|"
    "being|treated|diagnosed|suffering|ill|sick|with|from|for|on|of|type|the"
)

SICK_LEAVE = (
    "sjukskriven|sjukskrivning|sjukskrivningen|halvtidssjukskriven|heltidssjukskriven|deltidssjukskriven|långtidssjukskriven|"
    "sykmeldt|sygemeldt|sick leave|signed off sick"
)
DIAGNOSIS = "diagnosen|diagnostiserad med|diagnosticerad med|diagnostiserats med|diagnosticerats med|diagnosed with"
GROWTHS = "cancer|cancern|tumör|tumören|tumour|tumor"
"""These end longer words too: bröstcancer, hjärntumör."""

ILLNESSES = (
    "cancerbehandling|cancerbehandlingen|cancer treatment|leukemi|leukaemia|leukemia|lymfom|lymphoma|cellgifter|cellgiftsbehandling|"
    "chemotherapy|strålbehandling|diabetes typ 1|diabetes typ 2|type 1 diabetes|type 2 diabetes|diabetes|adhd-diagnos|adhd|autism|"
    "aspergers|asperger|depression|depressionen|deprimerad|utmattningssyndrom|utmattningsdepression|utmattning|utbränd|burnout|"
    "burn-out|ångestsyndrom|panikångest|anxiety disorder|panic attacks|bipolär sjukdom|bipolär|bipolar disorder|bipolar|schizofreni|"
    "schizophrenia|psykos|psychosis|ptsd|ätstörning|anorexi|anorexia|eating disorder|epilepsi|epilepsy|hjärtfel|hjärtsvikt|"
    "heart failure|demenssjukdom|demens|dement|dementia|alzheimers|alzheimer|parkinsons|parkinson|multipel skleros|multiple sclerosis|hiv|"
    "hepatit b|hepatit c|hepatitis b|hepatitis c|njursvikt|kidney failure|crohns|reumatism|arthritis|fibromyalgi|fibromyalgia|"
    "long covid|covid-19|covid|tuberkulos|missfall|miscarriage|gravid|pregnant|alkoholist|alkoholism|alcoholism|alcoholic|"
    "alkoholmissbruk|drogmissbruk|spelmissbruk|spelberoende|alkoholberoende|funktionsnedsättning|funktionsnedsättningen|disability|"
    "disabled|rullstolsburen|synskadad|döv|deaf|hörselskadad|transplanterad|antidepressiva|antidepressants|inlagd på sjukhus|"
    "inlagd på sjukhuset|inlagd på psyk|inlagd på psykiatrin|hospitalised|hospitalized|in hospital"
)
STROKES = "stroke|stroken|hjärtinfarkt|hjärtinfarkten|heart attack"
"""Figures of speech as often as illnesses: "hjärtinfarkt när jag såg fakturan"."""

GRAVELY = "dödssjuk|obotligt sjuk|allvarligt sjuk|svårt sjuk|långtidssjuk|terminally ill|seriously ill"
UNIONS = (
    "facket|en fackförening|unionen|kommunal|if metall|vision|seko|handels|byggnads|akavia|sveriges ingenjörer|sveriges lärare|"
    "ledarna|vårdförbundet|läkarförbundet|a trade union|the trade union|a union|the union|my union"
)
PARTIES = (
    "socialdemokraterna|moderaterna|sverigedemokraterna|centerpartiet|vänsterpartiet|kristdemokraterna|liberalerna|miljöpartiet|"
    "the social democrats|the sweden democrats|the green party|the left party|the labour party|the conservative party"
)
FAITHS = (
    "muslim|troende muslim|troende kristen|praktiserande muslim|praktiserande katolik|judinna|katolik|buddhist|hindu|sikh|"
    "jehovas vittne|jewish|catholic|a christian|a jew|a muslim|practising muslim|practising christian|jehovah's witness|ateist|"
    "an atheist"
)
SEXUALITIES = "homosexuell|bisexuell|lesbisk|transperson|transsexuell|lesbian|transgender|gay|homosexual|bisexual"
ORIGINS = "rom|same|kurd|resandefolket"
OFFENCES = "dömd för|suttit i fängelse|sitter i fängelse|sitter häktad|straffad för|convicted of|been in prison|served time"
