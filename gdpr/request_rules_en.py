"""How requests are worded in English (law.md R4)."""

from gdpr.request_rule import rules
from gdpr.requests import RequestKind as Kind

WORDS = {
    "art": r"art(?:\.|icles?)?",
    "want": r"please|pls|plz|kindly|want|wish|would like|'d like|request(?:ing|s)?|ask(?:ing|s)?|demand|require|can you|could you|would you|will you|need|must|formally|hereby|i am writing to|exercis\w+",
    "data": r"(?:personal |my |customer |user |contact )?(?:data|informations?|info|details|records?|particulars)\b",
    "about_me": r"(?:about|on|concerning|regarding|relating to|related to|of|belonging to|pertaining to|in relation to|associated with) (?:me|myself|him|her|us|them|my (?:person|client|account|name|wife|husband|e-?mail)|this individual|the (?:below|individual|data subject)|our client|mr|ms|mrs)",
    "my": r"my|mine|his|her|our client's|our",
    "my_thing": r"(?:my|his|her) (?:\w+ ){0,3}(?:data|information|details|names?|e-?mail(?: address)?|address|phone(?: number)?|number|photo|picture|image|face|quote|cv|resume|application|profile|account data|records?|history|recordings?|comments?)",
    "you_hold": r"(?:you|your company|ftech)(?:'ve| have| may| might| currently| still)? (?:have|hold|held|keep|kept|store[ds]?|process(?:ed)?|collect(?:ed)?|got|retain(?:ed)?|possess|saved)",
    "erase": r"erase[ds]?|erasing|erasure|delete[ds]?|deleting|deletion|remove[ds]?|removing|removal|wipe|purge|destroy|forget|cancel (?:them|all)|scrub|get rid of|take (?:down|off)",
    "optout": r"unsubscribe|opt(?:ing)?[- ]out|stop (?:(?:mailing|e-?mailing|spamming|contacting|calling) (?:me|us)|sending (?:me |us )?(?:these|this|your|any|e-?mails|mails|stuff|more)|the (?:newsletter|marketing))|no (?:more|longer|further) (?:\w+ ){0,2}(?:marketing|newsletters?|advert\w*|promo\w*|offers|e-?mails|sales calls)|(?:take|remove) (?:me|us|my \w+)(?: \w+){0,2} (?:off|from) (?:\w+ ){0,3}(?:list|lists|newsletter|mailing|mailings|distribution)",
    "dpo": r"data protection officer|dpo|privacy officer",
    "dpa": r"data[- ]processing (?:agreement|addendum|contract|terms)|\bdpa\b|processor agreement|controller-processor agreement|sub-?processors?|art(?:\.|icle)? ?28",
    "authority": r"\bimy|data protection authorit\w+|supervisory authority|ico\b|information commissioner|integritetsskyddsmyndigheten|datainspektionen|regulator",
}

_ASKED = (
    # --- access, Art. 15
    (Kind.ACCESS, 0.95, r"<art> ?15\b|(?:data )?subject access (?:request|rights?)|\bdsars?\b|\bsar\b(?= )|(?:data )?access request|right (?:of|to) access", "names the right of access"),
    (Kind.ACCESS, 0.9, r"<want>.{0,80}(?:copy|copies|access|export|overview|extract|disclosure|see|receive|provide|send|confirm|know|supply|transcript|tell me).{0,80}(?:<data>.{0,60}<about_me>|(?:personal|my|his|her) (?:\w+ ){0,2}<data>|<you_hold>.{0,40}<about_me>|(?:data|information|everything|anything|all) .{0,15}<you_hold>)", "asks for what is stored about them"),
    (Kind.ACCESS, 0.9, r"(?:what|which|whether).{0,40}<data>?.{0,20}<you_hold>.{0,40}<about_me>", "asks what is stored about them"),
    (Kind.ACCESS, 0.85, r"(?:copy|copies|transcript) of (?:all )?(?:the )?(?:personal |my |his |her |that )+(?:<data>|data)", "asks for a copy of their data"),
    (Kind.ACCESS, 0.85, r"(?:wishes|wants|asks|requests|entitled) to (?:see|receive|obtain) (?:all )?(?:the )?(?:data|information|notes)", "asks for what is stored about somebody"),
    (Kind.ACCESS, 0.8, r"(?:where|how|from whom).{0,15}(?:did you|have you|you) (?:get|got|gotten|obtain\w*).{0,15}my (?:name|number|e-?mail|address|details|data)", "asks where their data came from"),
    (Kind.ACCESS, 0.8, r"<want>.{0,60}(?:recordings?|camera footage|cctv|call logs?|chat (?:logs?|transcripts?)).{0,60}(?:me|my|i )", "asks for recordings or logs of themselves"),
    (Kind.ACCESS, 0.82, r"who (?:has|have|else) .{0,20}(?:received|seen|got|accessed|had access to) my|(?:shared|given|sold) my (?:\w+ )?(?:data|details|information) (?:with|to) (?:whom|who)", "asks who received their data"),
    (Kind.ACCESS, 0.8, r"(?:calls?|conversations?|chats?).{0,30}record\w*.{0,80}(?:send|provide|copy|give)", "asks for a recording of themselves"),
    # --- portability
    (Kind.PORTABILITY, 0.95, r"<art> ?20\b|data[- ]portability|right to portability", "names portability"),
    (Kind.PORTABILITY, 0.9, r"(?:my|personal) (?:\w+ ){0,2}<data>.{0,140}(?:machine[- ]readable|json|csv|structured|another (?:provider|controller|company)|new provider|transmit)", "asks for own data in a form that another can read"),
    (Kind.PORTABILITY, 0.85, r"(?:transfer|transmit|port|move|send) (?:all )?my (?:personal )?(?:data|information|details).{0,40}to (?:another|a new|my new|the new|a different) ", "asks that own data go to another provider"),
    # --- erasure
    (Kind.ERASURE, 0.95, r"<art> ?17\b|right (?:to|of) (?:be forgotten|erasure|deletion)|erasure request|data (?:erasure|deletion) request|request for (?:erasure|deletion)", "names the right to erasure"),
    (Kind.ERASURE, 0.93, r"<erase>.{0,60}(?:all (?:of )?)?(?:personal <data>|<my_thing>|<data>.{0,40}<about_me>|<you_hold>.{0,40}<about_me>|(?:everything|anything|all|whatever|the data|the information).{0,15}<you_hold>)|<erase> (?:\w+ ){0,2}my (?:\w+ )?account\b(?! (?:manager|number))", "asks that data about them be erased"),
    (Kind.ERASURE, 0.9, r"<my_thing>.{0,60}(?:be |is |are )?(?:erased|deleted|removed|destroyed|wiped|taken down)", "asks that their data be erased"),
    (Kind.ERASURE, 0.85, r"(?:remove|delete|erase|take) me from (?:your|the|all) (?:\w+ )?(?:systems?|database|records|files|register|site|website)", "asks to be taken out of the records"),
    (Kind.ERASURE, 0.85, r"\bbe (?:removed|deleted|erased) from (?:your|the) (?:\w+ )?(?:databases?|systems?|records|files|register)", "asks to be taken out of the records"),
    (Kind.ERASURE, 0.85, r"(?:erasure|deletion|removal) of (?:all )?(?:my |personal |his |her )(?:\w+ )?<data>", "asks for erasure"),
    (Kind.ERASURE, 0.8, r"\bforget me\b", "asks to be forgotten"),
    # --- rectification
    (Kind.RECTIFICATION, 0.95, r"<art> ?16\b|right (?:to|of) rectification|rectif(?:y|ication) (?:of )?(?:my|the|personal|inaccurate)", "names rectification"),
    (Kind.RECTIFICATION, 0.9, r"(?:correct|update|fix|amend|change|rectify|put right).{0,40}(?:(?:my|your|his|her) (?:\w+ ){0,2}(?:records?|name|surname|address|details|personal data|data|spelling|date of birth|personal information|contact details)|it (?:in|on) (?:your|my) (?:\w+ )?(?:files?|records?|system|account|database|profile))(?! (?:zone|dns|server|invoice|of my (?:form|contact form|site)))", "asks that their data be put right"),
    (Kind.RECTIFICATION, 0.88, r"(?:my|her|his) (?:\w+ ){0,2}(?:name|surname|title|address|e-?mail|date of birth|details|number|data)\b(?! ?servers?).{0,40}(?:is|are|comes? out|coming out|appears?|listed|spelled|spelt).{0,30}(?:wrong\w*|incorrect\w*|misspel\w+|out of date|outdated|inaccurate)", "says that data about them is wrong"),
    (Kind.RECTIFICATION, 0.85, r"(?:details|data|information|records?) .{0,25}(?:you (?:keep|hold|have)).{0,30}(?:wrong|incorrect|inaccurate|out of date)|(?:inaccurate|incorrect|wrong) (?:personal )?(?:data|information|details) (?:about|on|concerning)", "says that data about them is wrong"),
    (Kind.RECTIFICATION, 0.75, r"(?:my|our) new (?:home |postal )?address (?:is|will)|change of address|i(?:'ve| have) moved(?: to|\b.{0,20}new address|[.!])|new (?:home |postal )?address:", "tells a change of address"),
    (Kind.RECTIFICATION, 0.82, r"(?:post ?code|address|title|name|date of birth|number|details|spelling|birthday) .{0,20}you (?:hold|have|keep|use).{0,25}(?:wrong|incorrect|outdated|out of date)", "says that data about them is wrong"),
    (Kind.RECTIFICATION, 0.8, r"my (?:sur|last |first |full )?name is (?:now|actually)|(?:got married|changed my name)", "says what their name is"),
    # --- restriction
    (Kind.RESTRICTION, 0.95, r"<art> ?18\b|restriction of (?:the )?processing|(?:restrict|limit|freeze) (?:the )?(?:processing|use) of (?:my|all|personal|his|her)|processing of (?:my|his|her) (?:personal )?(?:data|information) be restricted", "names restriction"),
    (Kind.RESTRICTION, 0.85, r"(?:freeze|lock|block|quarantine) (?:all )?my (?:\w+ )?(?:data|information|records)|store (?:it|them|my data) but (?:do not|don't) use", "asks that their data be frozen"),
    # --- objection
    (Kind.OBJECTION, 0.95, r"<art> ?21(?:[.(] ?1\)?)?\b(?![.( ]{1,2}[23])|right to object(?! to (?:direct )?marketing)", "names Art. 21"),
    (Kind.OBJECTION, 0.92, r"\bobject(?:ing|s|ion)? (?:strongly |formally )?to .{0,60}(?:processing|processed|profiling|analytics?|legitimate interests?|shar(?:ing|ed)|my (?:personal )?data|use of my|tracking|automated)", "objects to a use of their data"),
    (Kind.OBJECTION, 0.88, r"legitimate interests?.{0,160}\bi object\b|\bi object to (?:that|this)", "objects to a use of their data"),
    (Kind.OBJECTION, 0.85, r"(?:stop|cease) (?:profiling|tracking|analysing|analyzing|sharing|selling|processing|using) (?:me|my)", "asks that a use of their data cease"),
    # --- withdrawal
    (Kind.WITHDRAW_CONSENT, 0.95, r"(?:withdraw\w*|revok\w+|tak(?:e|ing) back|rescind\w*|retract\w*|cancel\w*) .{0,30}(?:consent|permission|approval|authori[sz]ation)|(?:consent|permission).{0,20}(?:withdrawn|revoked|back\b)", "takes their consent back"),
    (Kind.WITHDRAW_CONSENT, 0.85, r"<art> ?7[.(] ?3", "names Art. 7(3)"),
    # --- marketing
    (Kind.MARKETING_OPTOUT, 0.9, r"<optout>", "wants no more advertising"),
    (Kind.MARKETING_OPTOUT, 0.9, r"(?:direct marketing|<art> ?21[.( ]{1,2}[23])", "names direct marketing"),
    (Kind.MARKETING_OPTOUT, 0.88, r"(?:do not|don't|never|stop|cease).{0,25}(?:call|contact|e-?mail|send|spam).{0,30}(?:marketing|newsletter|promotion\w*|offers|sales|again|anymore|any more)", "wants no more advertising"),
    (Kind.MARKETING_OPTOUT, 0.8, r"^\W*(?:please )?(?:unsubscribe|stop|cancel subscription|remove me|opt out|cease and desist|(?:not interested,? )?(?:please )?remove me)\W*$", "wants to be taken off the list"),
    # --- processors
    (Kind.DPA, 0.92, r"<dpa>", "speaks of a data processing agreement"),
    # --- officer
    (Kind.DPO_QUESTION, 0.9, r"(?:who|name|contact|how|reach|details|appointed|speak|e-?mail|designated).{0,60}<dpo>|<dpo>.{0,30}(?:contact|name|who)", "asks about the data protection officer"),
    (Kind.DPO_QUESTION, 0.8, r"(?:question|query|enquiry|inquiry) (?:to|for) (?:your|the) <dpo>", "a question to the data protection officer"),
    # --- complaint
    (Kind.COMPLAINT, 0.9, r"(?:complain\w*|report|lodge|file|escalat\w+|go(?:ing)? to|contact(?:ing)?|turn(?:ing)? to|notify).{0,40}(?:<authority>)|(?:<authority>).{0,40}(?:complain\w*|complaint)|reported the breach|personal data breach|data breach|breach of (?:my )?(?:privacy|personal data|confidentiality|gdpr)", "complains, or tells of a breach"),
    (Kind.COMPLAINT, 0.88, r"(?:leaked?|exposed?|disclosed|published|made public|visible|is public).{0,60}(?:my|personal) (?:\w+ ){0,2}(?:data|address|details|information|number|name)|(?:my|personal) (?:\w+ ){0,4}(?:data|address|details|information|number).{0,60}(?:leaked|exposed|in a public|is public|made public|disclosed|because of you)", "their data got out"),
    (Kind.COMPLAINT, 0.82, r"(?:another|other|different) (?:customer|client|person|user|people)(?:'?s'?)? (?:\w+ ){0,2}(?:data|details|invoice|information|account|address)", "somebody else's data was seen"),
    (Kind.COMPLAINT, 0.8, r"(?:complaint|unlawful\w*|violat\w+|infring\w+).{0,60}(?:personal data|gdpr|data protection|privacy|my data)|(?:someone|somebody) else's (?:data|invoice|details|account)", "complains about how data was handled"),
    # --- policy
    (Kind.POLICY_QUESTION, 0.85, r"(?:how long|where|in (?:which|what) country).{0,60}(?:data|backups?|e-?mails?|logs|information|customer).{0,60}(?:kept|stored|keep|store|retain\w*|located|held|physically)|(?:how long|where).{0,20}(?:do you|are|is).{0,20}(?:keep|store|retain|hold).{0,60}(?:data|information|logs|backups?|details)", "asks how data is kept"),
    (Kind.POLICY_QUESTION, 0.82, r"(?:if (?:i|we|they|somebody|someone|a customer|one) (?:wanted|were|was|wished|should want|would like)|what would (?:\w+ ){0,6}have to do|how (?:does|do|would) (?:one|i|someone|people) ).{0,80}(?:delet\w+|eras\w+|see|access|remov\w+|copy).{0,40}(?:data|details|information)", "asks how one would go about a request"),
    (Kind.POLICY_QUESTION, 0.75, r"(?:privacy policy|data retention policy|gdpr complian\w+).{0,80}\?", "asks about the policy"),
)

_REFUSED = (
    (Kind.ERASURE, 0.92, r"(?:do not|don't|no longer) want (?:that )?you (?:to )?(?:keep|hold|have|store|retain) (?:\w+ ){0,3}<data>", "does not want data about them kept"),
    (Kind.MARKETING_OPTOUT, 0.9, r"<optout>", "wants no more advertising"),
    (Kind.MARKETING_OPTOUT, 0.88, r"(?:do not|don't|never) .{0,25}(?:call|contact|e-?mail|send|spam).{0,30}(?:marketing|newsletter|promotion\w*|offers|sales|again|anymore|any more)", "wants no more advertising"),
    (Kind.RESTRICTION, 0.85, r"(?:do not|don't) (?:want .{0,40}(?:destroyed|deleted|erased)|delete|erase|destroy).{0,120}(?:evidence|lawyer|court|claim|police)|storage only", "asks that their data be kept as evidence"),
    (Kind.RESTRICTION, 0.86, r"\bhold on (?:\w+ )?(?:using|processing|the use)|(?:keep|store|retain)\b.{0,30}\b(?:not|without) (?:use|using)", "asks that data be stored and not used"),
    (Kind.OBJECTION, 0.85, r"(?:do not|don't) (?:agree|accept|want|consent).{0,40}(?:profil\w+|tracking|shar(?:e|ing|ed)|analytics|automated|third part\w+)", "does not accept a use of their data"),
)

RULES = rules(WORDS, _ASKED) + rules(WORDS, _REFUSED, negatable=False)
