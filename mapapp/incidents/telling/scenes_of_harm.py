"""Scenes of harm and stir: accidents, water and earth, fire, flight, crowds and protest, sabotage. Hand-kept."""

from __future__ import annotations

from mapapp.incidents.telling.scene_words import CLASSES
from mapapp.incidents.telling.scenes import read_table

HARM = read_table(
    """
    accident! | @flier | struck hit clipped touched brushed | | ground terrain ridge mountain mountainside hill hillside trees tree \
        power lines wires wire cable building pole wing wings each mast water house | | bomb rebel rebels
    accident! | @flier | fell went came nosedived plunged ditched disappeared vanished overshot overran veered skidded spun | down into \
        off from south north east west near in on outside short the runway out | | | missile shot rocket rebels hijackers service \
        production gently safely sale
    accident! | @vehicle car | mounted | | pavement kerb sidewalk curb | |
    accident! | @vessel | broke split | in+two up apart | | |
    accident! | harness rope ladder brake brakes winch | snapped broke failed gave | | | |
    accident! | @flier pilot crew | ditched | | | |
    accident! | engine engines motor propeller rotor | quit failed stalled died cut caught | out after on off over shortly in soon and \
        during fire mid-flight | | plane aircraft pilot boat helicopter takeoff flight landing |
    accident! | | forced crash belly wheels-up | landing | | |
    accident! | @train | jumped left came ran touched went overran split hit | points rails tracks off buffers the into each another | \
        points rails tracks buffers off each another train van bus lorry car truck cow tram sheep platform | | mine bomb station house \
        schedule
    accident! | @vehicle @vessel @train | ran careered drove crashed backed | into onto | @vehicle @vessel @persons each tree wall pole \
        pier bridge house shop ditch crowd another pillar shelter rear side stall parked | | mine ambush trouble debt bomb rebels \
        gunfire explosives @unknown attacker
    accident! | @vehicle train tram lorry driver motorist | ran runs | over | @persons # foot him her | | mine bomb landmine \
        antipersonnel anti-tank cable
    accident! | @persons child boy girl he she dog | run | over+by over+in over+on over+near over | | |
    accident! | @vessel | went gone goes | down+in down+off down+with down+near down+on down+after down+during down+between on+the+rocks \
        on+rocks ashore under+the under | | | torpedo missile sail
    accident! | @vessel | turned keeled rolled tipped flipped | over | | |
    accident! | @persons students children man men woman boy girl he she hiker climber climbers climber tourist tourists mountaineer \
        mountaineers skier rambler builder worker painter roofer # | slipped fell plunged tumbled plummeted dropped stumbled | | cliff \
        face ledge wall roof building balcony window well shaft slope ridge ravine gorge pit ladder scaffold scaffolding crevasse grass \
        ice mountain metres feet storey floor bridge crane stairs waterfall gully summit peak path snow rocks | | love victim ill asleep \
        power vote prices office shooting bullets
    accident! | @persons body rambler hiker climber who | killed died found | | foot cliff ravine gorge crevasse waterfall | found | \
        shot tied bound hands bullets
    accident! | bull bullock elephant elephants bear crocodile shark dog dogs snake leopard tiger lion buffalo hippo bees wasps steer \
        boar crocodiles tusker cobra | gored trampled mauled bit killed attacked savaged stung bitten tossed jumped charged | | @persons \
        # him her ring crowd two three man woman boy girl child people | | market poachers
    accident! | bull tiger lion bear elephant leopard crocodile shark dog dogs hippo buffalo boar elephants | gored trampled mauled \
        savaged stung | | | |
    accident! | @persons boys girls children | stung mauled gored attacked bitten | by to+death to+to_death | bees wasps dog dogs tiger \
        bear snake elephant crocodile lion hornets | |
    accident! | @persons child boy girl man woman | gored trampled mauled savaged bitten | | | | market profits storm
    accident! | crowd stampede | crush | in at near on left killed killed as during outside | | |
    accident! | @persons people pilgrims fans | trampled crushed | | gate gates stairs stairway stampede crowd exit temple underfoot \
        rush | | police tanks
    accident! | roof ceiling wall gallery tunnel floor balcony bridge stand scaffold scaffolding stage crane building tower shaft \
        platform walkway canopy embankment grandstand awning | fell came caved gave tipped crashed toppled | in down over onto on away \
        through | | | explosion bomb shelling airstrike @missile repairs prices quake earthquake
    accident | miners workers @persons # | trapped pinned | in under by beneath inside when underground between after | | | flood floods \
        traffic siege fighting crossfire poverty smoke houses
    accident! | gas fumes carbon methane monoxide chlorine ammonia leak | killed overcame poisoned suffocated felled sickened | | \
        @persons # | | tear police nerve
    accident! | swimmer bather bathers surfer angler anglers diver divers kayaker canoeist boy boys swimmers fisherman fishermen \
        children sailor man girl | lost swept disappeared vanished missing failed drowned | | surf sea river lake water waves current \
        surface lagoon canal rapids pond beach | | flood floods tsunami storm pirates
    accident | hiker climber walker skier man woman worker boy girl cyclist child | fall | | | airlifted rescued hospital died injured \
        killed dead | prices
    accident! | children boys skater skaters girl boy man men woman angler anglers sledge car snowmobile van | fell went broke crashed | \
        through | ice | |
    accident! | lift elevator gondola cabin cable rollercoaster hoist | fell plunged dropped snapped crashed | | | | prices
    accident! | rider jockey cyclist motorcyclist passenger passengers driver | thrown | from off | | |
    accident! | tyre tire | burst blew exploded punctured | | | |
    accident! | @persons boy girl man woman child he she pupil | hit struck knocked mown | by down | @vehicle falling swing forklift \
        cart drone digger | | gunfire grenade bomb bullet rocket missile police @missile air army
    accident! | @persons # | burned scalded gassed overcome poisoned sickened | by | gas fumes steam boiling oil smoke chlorine ammonia \
        | |
    accident! | @vehicle @vessel | hit struck | | @vehicle @vessel rock reef pier quay iceberg buffalo camel elephant | | mine bomb \
        rocket missile drone missiles gunfire sank
    accident! | @vehicle @vessel engine patrol | hit struck rammed | by | @vehicle @vessel | | gunfire bomb mine missile drone
    accident! | forklift crane tractor digger excavator conveyor | fell tipped toppled crushed overturned rolled | | | | building prices
    natural_disaster! | wave waves tide sea swell river torrent water waters flood floods floodwaters current wind | took_away | | | | \
        crowd protesters raiders
    natural_disaster! | wave waves tide sea swell river torrent lava ash rocks boulders stones debris slurry mud mudslide water waters \
        floodwaters snow slope hillside hill cliff lake glacier | swept washed carried ripped tore flattened buried engulfed destroyed \
        smashed took covered knocked | | @site @settlement @persons # houses homes jetty crops fields road roads bridge away footbridge \
        off cattle fence pier hut huts livestock gardens | | @figure @crowd threw police bombs
    natural_disaster!~ | wave waves river sea torrent floodwaters flood | drowned | | @persons @beasts # | |
    natural_disaster! | wave waves water mud lava rocks stones boulders river sea torrent slurry flood snow earth soil | ran came rushed \
        poured rolled crashed broke surged flowed rose spilled entered slid hit | into through over down onto ashore on across in above \
        the up | | | @figure thrown threw protesters youths price prices power visitors
    natural_disaster! | ground earth buildings houses floors | shook trembled swayed heaved shaking rocked | | | | explosion blast \
        shelling bombs applause music crowd explosions artillery guns
    natural_disaster! | | burst broke bursting | through over its their | dyke dike levee embankment banks | | police
    natural_disaster! | volcano crater mount | threw spewed belched spat hurled ejected sent | | ash lava smoke rocks cinders steam | |
    natural_disaster | water waters snow floodwaters flood floods landslides mud river avalanches drifts | cut | off | | |
    natural_disaster | @settlement villages ^ road | cut | off+by | water snow flood floods mud landslide landslides avalanche | |
    natural_disaster! | houses cottages road cliff hillside slope bank house shacks church | slid slipped crumbled collapsed fell | into \
        down onto towards | sea river valley ravine lake road ravines mud | |
    natural_disaster! | snow ice hail rain rains wind winds gale gusts storm | brought took tore ripped flattened stripped battered \
        uprooted killed damaged broke ruined blew levelled drove | | @site @persons # houses homes roof roofs trees crops maize wheat \
        orchards power tents huts hectares crane over down | | @figure police relief joy smiles
    natural_disaster! | | killed injured hurt struck crushed hit wounded | by | tree trees poplar branch oak trunk pine palm eucalyptus \
        | falling gale storm wind winds | van car
    natural_disaster! | hail hailstones frost locusts | flattened ripped destroyed damaged ruined stripped killed injured | | | |
    natural_disaster! | part mass tonnes face side | came | down+on down+onto down+in | | |
    natural_disaster! | # @persons | died | | heatstroke heat cold hypothermia exposure frostbite | | heated caught
    natural_disaster! | temperatures heat cold frost lightning | killed felled claimed | | @persons # | | shelling war
    fire!~ | wildfire fire flames blaze bushfire fires wildfires inferno | overran ran swept tore raced spread jumped consumed destroyed \
        engulfed took ripped gutted burned claimed cost roared leapt | | | | gunfire ceasefire artillery opened tank police exchanged \
        mortar rifle heavy
    fire | stalls homes houses shops huts @site | reduced razed | to+ashes by+fire by+flames by+a+fire by+a+blaze | | | rebels soldiers \
        militants gunmen
    fire | @persons # | burned burnt | to+to_death to+death | nightclub house home hostel building hut car bus bed dormitory hotel flat \
        shop market factory | | mob stake crowd rebels attackers petrol torched
    epidemic! | | case cases | of | plague cholera ebola polio anthrax marburg diphtheria lassa mpox rabies measles dengue malaria \
        diarrhoea | |
    epidemic! | fever ebola plague polio virus cholera | detected confirmed spread spreading | | | | computer news no
    epidemic | hospital hospitals clinic clinics ward centre center | took admitted received treated recorded registered | | diarrhoea \
        diarrhea cholera measles dysentery meningitis typhoid fever jaundice | |
    displacement! | @crowd @persons families households herders souls # inhabitants schoolchildren | sleep sleeping slept cook live \
        living camp camping camped sheltering sheltered lodged lodging huddled shelter housed cooking | | classrooms classroom tents \
        open church churches halls hall roadside mosque mosques tarpaulins road cots gym gymnasium stadium relatives schools school camp \
        camps bush outdoors fields corridors warehouses parks culverts trees railway tracks fence border riverbank | | scout scouts \
        holiday summer festival tourists students
    displacement!> | @crowd families households inhabitants souls # herders | abandoned deserted vacated quit evacuated emptied forsaken \
        | | @settlement ^ homes area valley district houses fields islands island | | plan plans team project post posts campaign talks \
        soldiers found vehicle car boat
    displacement! | parishes villages streets town village hamlets quarter quarters area camp valley suburbs neighbourhoods district \
        settlement settlements communities islands | emptied emptying deserted depopulated | | | | them it pockets shops supermarkets \
        stores stadium stage bins theatre factory theatres shop shops crowd store streets+of football dogs
    displacement! | villages streets parishes houses town hamlets settlements quarters camps | stand stood lie lay are were stands lies \
        | empty deserted abandoned | | | market office
    displacement! | @crowd families households inhabitants souls # herders parishioners | taken took fled gone moved run | to into | \
        hills bush forest forests mountains woods swamps islands caves | | prisoner captive
    displacement! | @crowd families inhabitants souls # households | walked trekked rowed streamed poured drove | out into over across \
        from | @settlement valley border ^ frontier river hills district | | museum parliament meeting talks court matches marathon race \
        classes lectures jobs shifts museums protest
    displacement! | @crowd families persons # households refugees | turned arrived reached streamed poured came | up at in into to ^ \
        from over | camp camps transit centre shelter shelters border frontier fighting violence refuge | | protest summit match meeting \
        polls conference
    displacement! | children schoolchildren pupils people residents # families patients villagers inhabitants households | taken moved \
        bused brought bussed shipped ferried | | camps safety shelters schools camp shelter higher evacuation centres centers | | \
        hospital trip prisoner excursion
    displacement! | @crowd families households refugees # | slipped streamed swam waded | across over into | ^ border river frontier | | \
        ice cliff grass
    displacement! | # families people villagers souls | crossed | with over into | animals border river frontier ^ | fled fighting \
        violence herds herders refugees animals families | race finish
    displacement! | | told ordered gave given | | leave flee evacuate | village villages families residents inhabitants | talks ceasefire
    riot! | convoy motorcade bus car train cars police officers team @persons vehicles ambulance tram procession helicopter | stoned \
        pelted | | | | drunk high cannabis cherry
    riot! | @thrown | thrown hurled flew lobbed rained showered flung threw | | | | water glass house air_strike fishing litter
    riot! | @persons bus coach convoy @vehicle team police buses | met greeted showered attacked received | with # | @thrown | | ^
    riot! | bus car train coach @vehicle @persons police vehicles house | received took | | stones bottles bricks rocks | | kidney
    riot! | pitch prison jail stadium | invasion riot mutiny revolt brawl | | | |
    riot! | supporters fans spectators crowd hooligans ultras hundreds dozens | invaded stormed ran poured jumped crossed went | | pitch \
        field moat barrier barriers fence stand stands end each touchline | | queue singing
    riot! | @crowd people individuals prisoners inmates | invaded stormed rampaged ransacked besieged smashed overturned trashed \
        attacked vandalised vandalized wrecked forced | | @site @settlement works plant offices police shops cars vehicles windows \
        palace parliament courthouse town gates checkpoint | | @gunman armed data
    riot! | fans supporters youths villagers gangs factions pupils prisoners inmates | went fought set | for+each at+each for+the \
        about+each for+one for+rival each+other with+sticks the+police on+each | | |
    riot! | villagers residents mob crowd youths locals farmers traders vendors inhabitants | chased drove ran pelted attacked beat \
        assaulted | | sticks stones officials team surveyors police officers clubs slingshots | | thief robbers
    riot! | @persons students team | chased driven stoned hounded | from out off away | | crowd mob villagers residents stone-throwing | \
        rain wolves dogs
    riot! | inmates prisoners detainees convicts | took seized rioted overpowered barricaded rebelled revolted mutinied burned burnt set \
        | | wing wings control guards warders hostages over prison cells mattresses fire | | part
    riot! | youths residents protesters rioters crowd people students prisoners villagers demonstrators | put set built erected threw \
        burned lit fought | up barricades barricade roadblocks ^ the police tyres tires with | barricades barricade roadblocks police \
        slingshots tyres tires | police fought stones slingshots burnt cars |
    riot! | mob crowd crowds protesters demonstrators relatives people villagers residents | forced broke pushed fought burst | its+way \
        their+way through | | | market final
    riot! | mob crowd crowds protesters demonstrators relatives | broke burst forced | into | court courthouse parliament palace police \
        prison jail ministry hall hospital station | | market final
    riot! | | projectiles projectiles | and+fires and+barricades thrown | | |
    looting! | @site shop shops store stores warehouse warehouses depot depots truck trucks lorry lorries food | emptied stripped \
        cleaned plundered ransacked | by+a by+the by+people by+residents bare out+by clean by+looters | | | bins
    looting! | crowd crowds people residents women mob looters hundreds youths they | carried made walked ran | off away out with | \
        sacks bags food goods furniture rice flour stocks televisions fridges mattresses | | @persons
    protest! | drivers farmers truckers @vehicle taxi | parked lined | | across bridge highway motorway | | passengers fair
    protest! | farmers truckers drivers | drove rode | | through parliament ministry slowly | tractors trucks lorries taxis motorcycles \
        | fair market
    protest! | thousands hundreds dozens people crowds women students residents teachers workers miners pupils lawyers # | came turned \
        went poured spilled | out onto into | against streets protest demanding demand support over | | hospital
    protest! | people @crowd women students # teachers workers relatives nurses | gathered assembled massed stood sat converged | | call \
        calling demand release against slogans | | concert match funeral party
    protest! | @persons staff dockers crews | stayed stay staying | away+from+work home off+work out | | | sick covid virus lockdown
    protest! | residents villagers students farmers miners drivers locals fishermen parents people pensioners truckers taxi inhabitants \
        women youths | closed shut sealed barricaded cut occupied blocked | | road roads highway bridge route railway line crossing \
        motorway street entrance gate | | police traffic snow repairs
    protest! | lawyers students teachers judges pupils doctors | boycotted boycott boycotting | | courts court classes lectures lessons \
        exams work |
    protest! | workers teachers nurses doctors drivers staff miners | entered continued extended | | strike walkout stoppage |
    protest | camp encampment sit-in | cleared dismantled evicted | | police officers square | | militant rebel
    protest! | workers teachers students women protesters farmers strikers | sat lay | down | road street rails tracks gate square \
        streets | | talks
    protest! | shutdown strike bandh stoppage hartal boycott | observed held called kept | in across at throughout by for | | | police
    protest! | sit-down stoppage go-slow blockade encampment picket | | | | |
    protest! | women protesters marchers people crowd residents | banging beat banged beating | pots pans saucepans | | |
    protest | a the | sit-down go-slow stoppage lock-in | in at by outside of entered on | | |
    protest | @persons women workers men # | carried carrying waved waving held holding | | placards banners | | parade
    other! | @vehicle driver lorry motorist | forced crashed rammed drove | | checkpoint roadblock cordon barrier filter barricade | | \
        explosives suicide bomb roadblocks
    other! | pipeline cable cables lines line pylons pylon rail tracks track antenna | cut punctured severed sabotaged breached sawn \
        drilled felled | by | thieves unknown hands saboteurs rebels vandals attackers persons someone | |
    other! | officers soldiers army junta colonels troops generals mutineers | seized took occupied | | radio palace power television \
        parliament presidency | | part prisoners
    other! | vandals @unknown persons attackers saboteurs thieves | destroyed damaged cut sabotaged wrecked smashed felled | | mast \
        masts pump pumps point borehole pipeline pipe transformer lines cable cables generator well antenna | |
    other! | mutinous mutineers rebellious renegade | seized took occupied surrounded | | | |
    other! | president government premier minister king | deposed ousted overthrown toppled | | | | film anniversary
    other! | graves tombstones headstones gravestones tombs crosses | overturned toppled smashed broken knocked daubed desecrated | | | \
        | storm wind quake
    other! | wreath wreaths flag memorial statue monument mural synagogue mosque church | torn daubed toppled pulled smashed defaced \
        vandalised sprayed beheaded | | | | storm wind
    """,
    CLASSES,
)
"""Scenes of what befalls people, and of what crowds do."""
