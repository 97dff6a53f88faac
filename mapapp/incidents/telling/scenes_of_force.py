"""Scenes of force: what is fired, dropped and laid, who comes, who is led off, what is taken and lit. Hand-kept."""

from __future__ import annotations

from mapapp.incidents.telling.scene_words import CLASSES
from mapapp.incidents.telling.scenes import read_table

FORCE = read_table(
    """
    - | | took taken takes taking | office part place control power refuge shelter cover over aim note steps advantage stock charge care \
        action issue off responsibility | | |
    mine! | | ran drove rode hit struck stepped trod set triggered detonated activated blown exploded tripped | | landmine landmines \
        mine mines antipersonnel anti-tank | | coal gold copper shaft workers company shell shells rocket raid
    mine! | fuse unexploded ordnance uxo remnant remnants munition munitions dud scrap | exploded went_off detonated burst killed maimed \
        injured wounded | | | | disposal squad
    mine! | picked playing played ploughing plowing tampering digging farming tilling | exploded went_off detonated burst | | | |
    mine! | | exploded went_off detonated burst | | picked playing played ploughing plowing tampering digging tilling handling | | \
        gunman police
    mine! | | picked found stepped playing played handling | | fuse unexploded ordnance uxo remnant remnants | wounded injured killed \
        hurt lost died dead exploded went_off maimed | police
    suicide_bombing! | man men woman girl boy attacker attackers driver bomber bombers he she | drove driven drives rammed crashed \
        ploughed driving | | bomb bombs explosives explosive explosives-laden explosives-packed explosive-laden explosives-filled \
        roadside_bomb | | planted parked
    suicide_bombing! | militant bomber attacker jihadist extremist driver | went_off | his+car his+vehicle his+truck her+car his+lorry | \
        | |
    suicide_bombing! | bomber bombers attacker he she woman | detonated set triggered | | vest vests belt belts |
    suicide_bombing! | bomber bombers suicide_bomber suicide_bombers | rammed drove rode walked ran crashed | into at up convoy gate post \
        ^ a the | @site convoy gate truck crowd |
    suicide_bombing! | explosives bomb bombs explosive charges | strapped | | body waist chest bodies himself herself him her | |
    suicide_bombing! | human | bomb bombs | | | |
    shelling! | @missile round rounds | burst bursting exploded fell falling landed rained raining impacted slammed crashed smashed \
        ploughed plunged tore ripped dropped came coming | | @site @persons ^ # on at in near into through outside behind short down \
        among | | prices price orbit satellite satellites space cosmodrome astronauts
    shelling! | @missile round rounds | hit struck | | @site @settlement @persons ^ # | | price prices ship @aircraft strike
    shelling | # several impacts | impacts impact | | recorded registered counted heard near in |
    shelling! | | hit struck shaken rocked damaged destroyed | by | @missile | |
    shelling! | gunners artillery guns battery batteries tank tanks howitzers gunboats frigate destroyer | pounded pounding opened \
        battered shelled fired hit | | @site @settlement ^ positions | | dollar market
    shelling! | fire | hit struck | | @site @settlement | tank artillery mortar |
    shelling | | razed levelled flattened obliterated pulverised wrecked | by | tank artillery shellfire mortar shells | |
    shelling | took | shelling mortar shell rocket | | | |
    shelling! | | lobbed sent fired | | shells rockets mortars missiles rocket missile shell shelling mortar | | @aircraft orbit space \
        satellite cosmodrome
    air_strike! | @drone | came coming crashed fell landed slammed smashed exploded dived hit struck flew rammed went_off | | @site \
        @settlement @persons ^ on into at | | power tree plane airliner runway film filming photographer lake
    air_strike! | @drone @aircraft | let lets dropped drops releasing dropping fired launched | | bomb bombs charge charges grenade \
        grenades missile missiles rocket rockets explosive explosives munitions munition fall shell roadside_bomb | | practice exercise \
        exercises rehearsed sunk
    air_strike! | @aircraft | hit struck strafed bombed rocketed pounded flattened attacked machine-gunned machinegunned destroyed \
        levelled blasted bombarded shelled turned | | @site @settlement @persons ^ # trucks truck positions pickup pickups | | tree \
        trees mountain hill power pole wall wires wire cable each runway ground terrain bird birds ridge trail fire mine
    air_strike!~ | air | bombed pounded struck raided strafed | | @site @settlement @persons ^ # | | base raid strike
    air_strike! | | bombed hit attacked struck raided shelled pounded | | air | |
    air_strike! | | bombing bombardment bombings | | air airforce jets planes warplanes aircraft helicopters | by | car suicide \
        roadside_bomb base station
    air_strike! | bomb bombs cluster barrel roadside_bomb | dropped fell rained falling landed | | on onto @aircraft air sky | | bike
    air_strike! | air aerial | attacked hit struck pounded | | | force raid | conditioning
    robbery! | | blew blown blasted blowing | | safe safes vault atm atms cash-machine cashpoint strongroom | |
    bombing! | @forces engineers | blew | | device bomb suspicious package | | planted
    bombing | | blew blown blasted blowing | | hole gap crater front pylon pylons bridge bridges pipeline mast masts door doors wall \
        gate tracks | | wind storm gale @weather
    bombing! | bomb bombs device devices charge charges grenade explosive explosives sack sacks roadside_bomb ied parcel package \
        dynamite | set | off | | | disposal safely squad experts
    bombing! | parcel package letter envelope | exploded blew burst went went_off | up off ^ in when at as on near inside | | |
    bombing! | ied device bomb roadside_bomb booby-trap tripwire | triggered tripped | | | | disposal
    bombing! | grenade roadside_bomb bomb device explosives | rolled tossed lobbed hurled flung dropped hidden buried | into in under at \
        through over onto on inside | | | @aircraft @drone found defused
    bombing! | | tossed lobbed hurled flung rolled | | grenade grenades dynamite bomb bombs roadside_bomb | | petrol
    bombing! | device bomb charge roadside_bomb explosives | tore wrecked ripped shattered demolished blasted | | | |
    bombing | burst | of | | bomb device | |
    shooting! | | hit struck wounded | by | ground gunfire bullets bullet shots sniper machine-gun rifle small-arms | | rocket
    shooting! | bullet bullets shot shots gunfire volley pellets | hit struck pierced smashed wounded killed riddled peppered shattered \
        | | @site @persons ^ # | | silver penalty post crossbar
    shooting! | @gunman @unknown men man attackers raiders they others policemen soldiers | raked sprayed riddled peppered | | @site \
        @settlement @persons ^ fire bullets automatic | | paint water pepper
    shooting! | sniper snipers gunman gunmen | picked | off | | |
    shooting! | @gunman @unknown @police men man he | emptied discharged loosed | | magazine rifle gun pistol weapon rounds shots \
        revolver | |
    shooting! | | let | off | shots rounds volley burst bursts shot | | fireworks
    shooting! | @gunman @unknown @persons someone somebody he they | fired | into in at on upon from | @site @settlement @persons ^ # \
        crowd air tent bus car vehicle | | @missile grenade grenades roadside_bomb petrol_bomb tear teargas rubber water questions \
        salute blanks cannon volleys post manager coach boss
    shooting!~ | @gunman @unknown @persons men | fired | . , ; and over across | | | @missile coach boss manager questions shells workers
    shooting! | pistol rifle gun warning | shots | | rang heard fired | | photo
    shooting! | | shots | in | bar hotel street hall market night | |
    shooting | two three four several | bullets | in | head chest back | |
    shelling | @settlement ^ quarter suburb suburbs | under | fire shelling bombardment | | been was were is | criticism for budget over \
        minister
    clash | column convoy patrol unit platoon | wiped | out | | |
    clash! | @gunman troops army forces soldiers mutineers | took retook recaptured | ^ | | | gold silver part lead hostage
    clash! | shooting | between | | | |
    clash! | shooting | broke broken erupted | out | between | |
    clash! | | exchanged exchanging | | fire shots gunfire | | prisoners words views
    clash! | patrol troops soldiers convoy police commandos squad | ran | into | @gunman ambush fighters column | |
    clash! | soldiers troops army forces commandos police guards patrol defenders militia marines villagers | repulsed repelled \
        repelling repulsing fought beat threw pushed drove | back off out from column attack assault raid @gunman advance incursion \
        pickups of | @gunman assault attack advance column pickups ^ raid incursion | | criticism ball price
    clash! | soldiers troops forces | repulsed repelled | | column pickups advance convoy | |
    clash! | | repulsed repelled | | attack assault advance raid incursion offensive | |
    armed_attack! | post base camp checkpoint garrison outpost barracks positions position | overrun overwhelmed stormed | | | | \
        tourists rats weeds pests visitors locusts time
    armed_attack! | @gunman @unknown machetes machete militia | rode came swept descended swooped moved crept walked poured burst drove \
        stole rushed went | into to through upon on down in over among onto at for | @settlement @site @persons ^ | | talks ceremony \
        surrender peace amnesty sign court trial hospital power force effect ceasefire truce agreement office being
    armed_attack! | @gunman | struck strike strikes hit | again in at near ^ the a | | | deal agreement camp bargain
    armed_attack! | men youths people | came swooped descended | | @settlement @persons @site | machetes guns rifles knives armed clubs \
        axes forest bush | help
    armed_attack! | man woman youth attacker he assailant men | went lunged | at for | | knife knives machete axe hammer sword cutlass |
    armed_attack! | @persons @gunman settlers | wounded injured hurt gashed | | knife knives machete machetes axe axes hammer hammers \
        sword swords stones bottles bats clubs sticks crowbar crowbars razor scissors screwdriver iron bars | | falling fell rockfall storm
    armed_attack! | knife knives machete machetes axe axes hammer sword swords | wounded injured hurt gashed | | @persons # | | was were
    armed_attack~ | @gunman @attackers | wounded injured hurt | | @persons # | | blast explosion bomb mine crash was were
    armed_attack! | | clubbed bludgeoned knifed slashed speared pistol-whipped whipped battered kicked punched gouged | | @persons him \
        her head face iron them | | prices price costs budget rates ball storm rain waves wind wall budgets
    armed_attack< | @persons | clubbed bludgeoned knifed slashed speared pistol-whipped battered kicked punched | | | | prices costs rates
    armed_attack! | was were been | set | upon | | |
    armed_attack! | @gunman @unknown persons men | beat thrashed beating flogged whipped | him her them up | | | points league drum
    armed_attack! | @vehicle man driver attacker he | driven drove rammed | into | crowd crowds pedestrians shoppers promenade marchers \
        worshippers people passers-by passersby queue | | accident
    armed_attack! | | threw thrown poured splashed doused flung | | acid | | rain
    armed_attack< | @site home house car office window windows | shot | at up | | | film
    killing!< | @persons he she spy informer | hanged crucified nailed impaled garrotted guillotined burned_alive | | | | himself \
        herself themselves painting portrait paintings pictures flags court sentenced posters
    killing! | | cut hacked chopped mowed gunned | down to | @persons # | | trees tree forest costs
    killing | @bodies | left found dumped washed lay lying discovered hung hanging thrown fished dropped | in on at beside near by under \
        along from up ashore behind outside inside off | | # headless bullet-riddled mutilated beheaded decapitated tied bound shot \
        gunshot stab strangled unidentified hooded dumped | dinosaur ship whale seal fish roman avalanche plane crash flood floods boat \
        river wreck landslide rubble mud
    killing | @bodies | dug exhumed unearthed recovered | | pit grave graves well | | dinosaur roman ancient crash medieval
    killing! | @persons prisoners | put placed stood lined shot | before against up | firing-squad wall firing | |
    killing! | | done put | to+to_death to+death | | |
    killing! | | beheaded decapitated | | @persons body | | painting film play statue
    robbery! | @robbers @gunman @unknown raiders men youths | seized took drove_off stole | | @beasts | | @police customs vets farmer
    robbery! | @gunman @unknown men women thieves youths they | seized | | worth euros dollars pounds loot handbag purse phone phones | \
        | cocaine drugs heroin cannabis kilos kilograms tonnes weapons customs officers policemen agents soldiers arrested searched \
        searching stopped navy inspectors
    robbery! | @robbers raiders rustlers bandits herders herdsmen gunmen thieves | took_away | | # head cattle camels goats sheep cows \
        herd livestock donkeys cash goods food | | @persons
    looting! | looters crowd crowds mob residents rioters youths protesters | emptied stripped cleared | | shop shops store stores mall \
        supermarket supermarkets warehouse warehouses market depot granary centre center pharmacy shelves kiosk kiosks | | police
    abduction | soldiers troops plain-clothes men | took | | @out_of hostel bus dormitory flat | off from | hospital wounded bodies body \
        positions weapons control town police part place food water gunmen cattle
    looting! | crowd crowds people residents women mob looters hundreds youths | took_away | | sacks bags food goods furniture rice \
        flour stocks televisions fridges mattresses scales | | @persons
    arrest | @forces @police @persons him her he she | took_away | | | @police | @gunman flood river sea wave trophy honours
    abduction! | @gunman @unknown men attackers | took_away | | @persons # son daughter boys girls him her them | | @flood @police \
        cattle sheep goats head hospital trophy prize honours
    abduction! | @persons girls boys women men child children son daughter # | took_away | at by into to from in on a the near , . ; | | \
        | @flood @police cattle hospital safety trophy prize stretcher parents teacher ambulance
    abduction!< | bus coach minibus lorry truck ferry train | seized commandeered | | | | cocaine drugs police customs officers
    abduction! | bus coach minibus train convoy team officers officials policemen police engineers miners workers driver | held detained \
        kept | by | crowd residents villagers mob locals protesters community strikers | | talks meeting
    abduction! | | held in_custody captive | for | ransom | |
    abduction!> | @gunman | arrested captured rounded picked_up detained | | @persons # | | by
    arrest! | @forces @police @persons him her he she | hauled dragged pulled taken led snatched | from out off away of | @out_of \
        courtroom cell meeting desk restaurant | @police | wreck rubble hospital wreckage burning mud @gunman masked hooded unknown \
        unidentified flood river stretcher
    abduction! | @persons men women girls boys child children he she they him her who foreman # | dragged led taken snatched hauled \
        bundled pulled grabbed marched herded seized removed kidnapped driven | from off out aboard away of | @out_of boat camp jeep | | \
        @police @goods wreck rubble wreckage ambulance mud safety rescuers firefighters flames dead lifeless
    arrest!~ | @forces @police agents | pulled dragged hauled took snatched | | home homes house houses bed beds flat flats | | rubble \
        @gunman
    abduction! | @persons # women girls boys children pupils | taken seized | by | @gunman @unknown men people fighters | | @police bus \
        train ambulance surprise storm plane boat doctors
    robbery! | @gunman @unknown @robbers men attackers youths | took takes grabbed snatched seized | | money euros dollars pounds pesos \
        rupees naira rand francs cigarettes phones phone jewellery jewelry laptops takings valuables handbag handbags purse wallet till \
        cash-box bag | | hostage hostages
    abduction! | @gunman @unknown men attackers kidnappers | took takes grabbed snatched dragged carried led hauled marched bundled \
        seized pulled drove forced | | @persons # master crew girls | | hospital wounded bodies body cash money cattle goats sheep head \
        refuge shelter cover streets weapons town aim over police soldiers troops gendarmes arrested firearms cocaine drugs kilos
    abduction!> | @gunman @unknown gang | taken | | @persons | | refuge part control over to town up
    abduction! | @persons girls boys women men child children he she son daughter | carried bundled driven led spirited whisked marched \
        herded dragged | off away into aboard | | | @flood @police stretcher hospital safety ambulance
    abduction! | @gunman @unknown men | carried drove made rode sailed | off away | @persons # | | @flood @beasts bodies cash
    abduction! | | bundled | off out into aboard away | | | @police
    arrest! | @persons # dissidents protesters | dragged pushed loaded hauled herded abducted | into a+police police vans a+van | police \
        vans | police |
    arrest! | @forces carabinieri guards authorities police | holding hold held | | # suspects suspect | | talks breath meeting rally \
        conference parade exercise exercises drill hostage ceremony positions gunmen back off
    arrest! | @forces service police guards it group vigilantes villagers residents | caught catch catches | | # @persons suspects \
        looters | | fire speeding cold
    arrest< | @persons looters poachers informers suspects # | caught nabbed netted collared handcuffed | at in with by near while \
        trying red-handed on after outside and , . | | | fire fever crossfire storm traffic breath cold flood blaze nets snow
    arrest! | @persons # | handcuffed | | | |
    arrest~ | @forces army police operation service | seized captured | | # | | firearms rifles weapons cocaine kilos kilograms tonnes \
        tons drugs vehicles boats litres grams packets pistols ammunition explosives heroin cannabis bags sticks guns cartons head town \
        towns village villages positions hills posts trucks @gunman
    robbery! | @persons van driver shop shopkeeper | relieved stripped robbed | of | | | duties post command rank title citizenship \
        powers office victory nationality
    robbery! | @persons van men thieves they youth | snatched grabbed seized took | | handbag handbags takings till jewels jewellery \
        jewelry purse wallet cash-box cash-boxes cash | | tax
    robbery! | | hijacked | | truck lorry van cargo cigarettes | | plane
    robbery! | | took taken stole relieved seized grabbed | | gunpoint knifepoint | | @persons hostage hostages
    robbery! | @robbers raiders rustlers bandits herders herdsmen attackers gunmen thieves | drove driven made took walked took_away | \
        away off with # the from | # head cattle camels goats sheep cows herd livestock donkeys | | @persons patrol
    robbery! | @gunman @robbers men thieves | stopped blocked held_up halted | | | emptied pockets valuables robbed purses phones \
        wallets belongings passengers' |
    robbery! | @gunman @robbers men thieves raiders they gang | escaped fled got made left | | cash money loot jewellery jewelry takings \
        gold haul | |
    robbery! | | emptied emptying | | pockets till tills safe safes purse purses wallets | |
    robbery | | cleaned | out | safe shop till store bank | @robbers |
    robbery! | @robbers thieves men gang burglars # | broke broken breaking | into | @site house shop flat car | |
    robbery! | store shop home house bank depot office school post clinic | broken | into | | |
    robbery! | @site @persons bank cashier clerk kiosk van train bus convoy lorry bakery jeweller | held | up | gun gunpoint shotgun \
        knife robbers men pistol armed youth masked knives thieves money cash | | fog traffic flight weather strike
    robbery! | @gunman @robbers men youths youth gang | held holding hold | up | @site @persons bank van train bus convoy lorry jeweller \
        | | hands banners placards
    robbery | @persons lorry convoy van shop bank bakery | held | up+at up+on up+by up+near up+in up+and | | | fog traffic weather snow \
        strike protest queue hours hour delay model example talks flight train
    armed_attack | @persons he she they # him her | beaten | | | | @sports team to_death
    arson! | | put puts set held | | match torch matches | | fireworks game candle candles
    arson! | petrol gasoline kerosene paraffin diesel fuel | poured thrown splashed | | lit ignited fire alight | |
    arson | @gunman troops soldiers they raiders army mob | left reduced turned laid | | ashes | |
    arson! | caravan car cars house home shop barn @site vehicle vehicles van tyres bus | setting | | alight ablaze afire | |
    arson | | burning | | houses homes huts village villages shops crops church mosque granaries harvest | | tyres candles barricades \
        still
    armed_attack! | | shot brought shoot | down | helicopter plane jet aircraft airliner warplane helicopters planes | |
    armed_attack! | helicopter plane jet aircraft airliner warplane | shot | down | | |
    arson! | | setting sets | | alight ablaze afire | |
    security_operation! | den hideout hideouts lair nest safehouse | stormed raided attacked surrounded | | | @forces den |
    security_operation! | @forces | stormed raided searched combed | | den hideout hideouts flat apartment lair workshop safehouse \
        lodging | |
    security_operation! | @forces | stormed boarded raided | | tanker ship vessel dhow trawler hijacked | |
    security_operation | @forces customs | found discovered | | kilos kilograms tonnes cocaine heroin cannabis rifles explosives \
        ammunition | |
    security_operation | cache caches | uncovered found discovered seized unearthed | | | |
    security_operation | @forces | turned pushed sent | back | migrants refugees boat boats asylum | |
    security_operation | @forces navy | destroyed dismantled burned burnt uncovered blew torched demolished eradicated | | laboratory \
        laboratories lab labs poppy coca plantation cache hideouts hideout camps camp base bases distillery stills | |
    sexual_violence! | women girls girl woman pupil pupils schoolgirl schoolgirls refugees boy boys maid prisoners | violated abused | | \
        | | rights law human verbally drugs truce
    """,
    CLASSES,
)
"""Scenes of violence between people, and of what the police do."""
