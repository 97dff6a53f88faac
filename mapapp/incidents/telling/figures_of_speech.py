"""Figures of speech, sport and trade: scenes in which a word of violence or disaster tells of nothing of the kind. Hand-kept."""

from __future__ import annotations

from mapapp.incidents.telling.scene_words import CLASSES
from mapapp.incidents.telling.scenes import read_table

FIGURES = read_table(
    """
    - | | rocket rockets missile missiles shell shells | launched lifted blasted carried took carrying station | | |
    - | | rocket rockets | | astronauts satellite satellites orbit space cosmodrome payload telescope | |
    - | astronauts satellite satellites orbit space spacex nasa probe spacecraft | rocket rockets launched | | | |
    - | | launched | | satellite satellites orbit probe | |
    - | | shell | station stations company out game | | |
    - | | bombarded bombard | with | | | @missile bombs grenades stones fire guns
    - | | bombarded bombard bombarding flooded inundated pelted showered swamped | with | questions letters calls requests complaints \
        messages emails applications inquiries enquiries mail offers compliments confetti flowers praise | |
    - | | flood floods flooding storm avalanche deluge tsunami wave tide torrent hail earthquake eruption tornado whirlwind | of | \
        @figure applications letters complaints calls requests questions messages imports tourists visitors goods money orders words \
        tears abuse protest votes investment support tweets | |
    - | | landslide avalanche storm | victory win victories majority warning warnings doors | | |
    - | | stormed storming storm | to off out away back ahead into+the+final into+the+lead up | | | @gunman @forces @crowd parliament \
        building
    - | took takes by taken | storm | ^ . , in the | | @figure glasgow audience audiences world charts |
    - | | storm storms earthquake | in+a+teacup season-ticket | | |
    - | prices sales population exports costs rents demand traffic numbers membership anger joy laughter | exploded exploding explodes \
        rocketed crashed collapsed surged | | | |
    - | had have having | blast | | | |
    - | | blast bomb bombing | wall walls furnace furnaces shelter shelters off freezer door | | |
    - | | bombing | out | | |
    - | | attack attacks attacked strike | on+goal on+the+budget from+the+left midfielder asthma heart | | |
    - | @sports ball goal | attack attacks attacked shot shots strike fight fought battle clash raid stole stolen robbed | | @sports \
        goal ball penalty | |
    - | | beaten beat beating thrashed fought clash clashed fight battle battled | | @sports points twice # ^ league | @sports |
    - | | beaten | on to twice in+the once | points title final third victory leeds | @sports goalkeeper keeper striker boxer fighter |
    - | goalkeeper keeper defence boxer champion fighter | beaten | | | |
    - | | fought fight fights fighting battled battle battling battles | for against to off with | ceasefire life lives virus cancer \
        survival disease title place rights corruption poverty hunger seat presidency obesity crime cuts climate inflation malaria \
        smoking election re-election flames blaze fire wildfire peace equality breath cause | |
    - | firefighters firemen crews fire volunteers | fought fighting battled battling battle | | fire blaze flames wildfire fires \
        bushfire blazes inferno | |
    - | doctors surgeons medics town city country | fought battled fighting | | virus disease life cancer epidemic outbreak pandemic | |
    - | | fighting | corruption poverty crime hunger inflation malaria cancer disease obesity drugs | | |
    - | | battle battles fight clash clashes | of+words of+wits for+the+presidency for+the+title in+a+debate over+the+budget \
        of+interests | | |
    - | dates candidates times colours schedules ministers festivals matches politicians rivals | clash clashed clashing | | debate \
        dates festivals budget schedules schedule verbally bill | | police stones armed killed injured supporters
    - | candidates ministers politicians lawmakers parties deputies leaders | clash clashed clashes clashing | over on about verbally \
        in+a+debate in+parliament | debate budget bill reform parliament plan policy | | stones fists injured wounded killed
    - | | robbed | of | victory chance title win sleep dignity childhood future | |
    - | goal show scene kiss limelight lead point points | stole stolen steals | | show limelight substitute scene base lead | |
    - | | stole | the+show the+limelight a+point a+march | | |
    - | | shot shooting | a+wedding a+film the+film a+video the+scene of+the+day star stars up+in in+black | | | dead wounded killed
    - | film movie photographer director crew scene scenes series documentary | shot shooting shoot | | | | dead killed wounded gunman \
        gunmen police
    - | | shooting | star stars range season party of+the+film of+a+film | | |
    - | | fire | drill station season practice sale escape | | |
    - | | measles cholera ebola dengue malaria polio meningitis typhoid influenza diphtheria rabies epidemic mpox | vaccine vaccines \
        vaccination vaccinations kit kits drug drugs treatment prevention campaign preparedness shots jab programme response beds \
        supplies immunisation | | | outbreak cases deaths killed dead
    - | | ebola cholera measles polio | burial team teams response responders workers vaccinators treatment | | |
    - | treatment prevention vaccine vaccines vaccination preparedness eradication elimination research against | measles cholera ebola \
        dengue malaria polio meningitis typhoid influenza diphtheria rabies mpox epidemic epidemic_ | | | | cases killed dead died \
        deaths
    - | | burned burnt burn torched | candles incense calories fat wood coal straw oil gas rubbish midnight leaves stubble | | |
    - | candles incense festival ritual bonfire lamps lanterns | burned burnt lit | | | | house houses car cars homes
    - | | burned | | festival bonfire ritual candles | | house houses cars police
    - | king queen hero villain saint statue | beheaded killed murdered executed hanged stabbed | | painting play film opera novel \
        statue scene drama book | |
    - | | shelled | peas nuts out | | |
    - | | targeted targeting target targets | | growth inflation customers voters audience audiences investors advertising goal tourists \
        budget reforms | | attack bomb killed
    - | | raided | the+fridge the+market the+archives | | |
    - | | storm | brewing clouds chaser chasers | | |
    - | | march marches marched | on+time of+time of+progress past+the+stand | | |
    - | parade band honour guard soldiers troops anniversary | marched march marching marches | past in+the+parade in+step | | |
    - | | rally rallies | driver drivers car cars round racing | | |
    - | shares stocks dollar currency prices markets bonds | rally rallied rallies crash crashed sank | | | |
    - | | ambush ambushed | marketing by+reporters by+journalists with+questions | | |
    - | | assault attack | course on+the+record on+the+summit on+inflation on+poverty | | |
    - | | invaded | by+tourists by+holidaymakers privacy | | |
    - | | overran overrun | its+time by+tourists its+budget the+budget schedule its+schedule | | |
    - | | captured capturing | on+camera on+film on+video the+mood the+imagination the+essence | | |
    - | | captured | | market share attention hearts imagination votes seats mood | | rebels troops soldiers
    - | | crashed | out | | |
    - | website server servers system computer computers software app network sites | crashed collapsed | | | |
    - | talks deal negotiations coalition marriage share tent audience house | collapsed | | with+laughter laughter talks | |
    - | talks deal negotiations coalition marriage plan scheme company | collapsed foundered | | | |
    - | | crashed collided collision crash | | lap race circuit prix qualifying | | killed dead spectators died
    - | | robbery murder kidnapping heist siege murders | | series film novel musical documentary weekend | | police arrested killed
    - | shipping share | took_away | | | |
    - | | demonstration demonstrations | of+the of+a of+how of+its of+new | | | thousands hundreds protest police
    - | hunters hunter | shot killed | | boar deer wolf wolves bear ducks foxes | |
    - | general actor singer author writer founder he she | died | | cancer peacefully stroke pneumonia | |
    - | | rescue | package plan fund | | |
    """,
    CLASSES,
)
"""What only sounds like an incident."""
