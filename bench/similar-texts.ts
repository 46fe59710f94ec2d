/**
 * Suggestions, letters and questions as a works might hold them, made from a small grammar that was written for this bench, with a
 * number that says which matter each speaks of. Two texts on one matter are worded apart: other words, another order, clauses left out
 * or added. Texts on other matters may be worded alike: another place, another machine, another number, the opposite.
 */

/** things, what is wrong with them, what should be done; `|` between phrases that may stand for each other */
const MATTERS: readonly (readonly [thing: string, wrong: string, remedy: string])[] = [
  ['照明灯|顶灯|灯管|灯具', '不亮了|坏了好几天|一闪一闪的|亮度不够', '换成LED灯|更换节能灯|装声控开关|重新布灯'],
  ['传送带|输送皮带|皮带机', '跑偏|老是偏到一边|边上磨得厉害|不走正', '加装纠偏托辊|装一对导向轮|调整张紧装置|改一改滚筒'],
  ['液压站|油泵站|液压泵', '漏油|渗油严重|地上都是油|油封老化', '更换密封圈|换新油封|加一个接油盘|改用耐油密封件'],
  ['行车|天车|桥式起重机', '制动不灵|刹车反应慢|溜钩|停不住', '检修制动器|换刹车片|调整抱闸间隙|装限位器'],
  ['风机|排风扇|抽风机', '声音太大|噪声超标|震得耳朵疼|响得受不了', '加消音器|做隔音罩|换低噪声叶轮|垫减振胶垫'],
  ['除尘器|吸尘设备|布袋除尘', '粉尘到处飞|吸不住灰|灰尘排不出去|布袋破了', '更换滤袋|加大吸风口|定期反吹清灰|封住漏风的地方'],
  ['更衣室热水|洗澡的热水|浴室热水|淋浴用水', '不够用|晚班没有了|忽冷忽热|半个月没修好', '加一台热水器|延长供水时间|换个大锅炉|装恒温阀'],
  ['食堂饭菜|职工餐厅的菜|伙食', '口味太单一|天天一个样|太油太咸|又贵又不好吃', '增加地方风味|每周换菜谱|开小炒窗口|请大家打分'],
  ['通勤班车|上下班的车|厂车', '太挤没有座位|超员站着走|路线绕远|不停地铁站', '加开一班|换大车|调整线路|增设站点'],
  ['夜班补贴|中夜班津贴|晚班补助', '两个月没有发|一直拖着|少算了几天|标准太低', '按月发放|补发到位|公布计算办法|提高标准'],
  ['防寒手套|冬天的手套|保暖手套', '不够用|戴两天就破|尺码太大|冻得拿不住工具', '多发一副|换加厚的|按尺码发|缩短更换周期'],
  ['工作服|工装|夏季工服', '不透气|洗几次就缩水|号码不全|颜色掉得厉害', '改用棉布料|换一家供应商|量体定做|增加换洗件数'],
  ['休息室|班组休息间|歇脚的屋子', '没有空调|夏天太闷|冬天太冷|凳子不够', '装一台空调|加电风扇|添几把椅子|通上暖气'],
  ['车棚|停电动车的地方|非机动车停车处', '下雨漏水|停不下|没有地方充电|晚上没有灯', '加装雨棚|扩大面积|装充电插座|重新划线'],
  ['冷却水泵|循环水泵|供水泵', '压力不稳|经常跳闸|流量上不去|轴承发热', '加变频器|清洗过滤网|更换轴承|并一台备用泵'],
  ['数控机床|加工中心|数控车床', '换刀时间长|对刀太慢|刀具磨损快|精度跑掉了', '优化加工程序|改用涂层刀片|加自动对刀仪|固定工装夹具'],
  ['焊接烟尘|焊烟|电焊的烟', '排不出去|呛得嗓子疼|工位上看不清|熏眼睛', '加移动式吸烟罩|装焊烟净化器|改善通风|发防毒口罩'],
  ['轧辊|辊子|工作辊', '表面裂纹|磨得太快|换一次要半天|冷却不均匀', '改进冷却喷嘴|做快换支架|调整磨削周期|换高铬材质'],
  ['边角料|下脚料|冲压剩料', '当废铁卖了|没有人收|浪费太大|堆在过道里', '用来做垫片|分类回收|改排样方式|给小件二次利用'],
  ['空压机|压缩空气站|空气压缩机', '空载也开着|跑气严重|耗电太多|半夜没人用还在转', '装联控装置|查漏点堵漏|改变频控制|错峰停机'],
  ['安全通道|逃生通道|过道', '堆满了货|被叉车挡住|标线看不清|出口锁着', '重新划黄线|清走杂物|装应急门锁|每天点检'],
  ['配电柜|开关柜|电箱', '门锁坏了|里面积灰|标牌掉了|接线乱', '重新贴标识|加防尘网|整理线路|换一把锁'],
  ['钢丝绳|吊索|吊具', '断丝多|没有编号|随地乱放|检查记录不全', '做挂架|挂牌编号|按周检查|到期报废'],
  ['叉车|堆高车|铲车', '充电要等很久|拐弯看不见人|倒车没有声音|轮胎磨平了', '装倒车蜂鸣器|加蓝光灯|换锂电池|设转角镜'],
  ['年休假|带薪假|公休', '排不上|请了不批|一年休不完|没有人顶班', '年初排计划|安排替班|允许分段休|按天补工资'],
  ['技能等级考试|职业技能鉴定|考高级工', '不知道怎么报名|一年只考一次|没有地方练|培训太少', '办考前班|增加考试批次|开放实训室|请师傅带'],
  ['体检报告|职工体检结果|健康检查的单子', '一直没有发|等了两个月|看不懂|丢了找不到', '催一催体检中心|放到网上查|请医生讲解|按时发到手'],
  ['宿舍网络|宿舍的WIFI|寝室上网', '太慢|晚上连不上|经常掉线|信号差', '加几个路由器|提高带宽|换运营商|拉光纤到楼'],
  ['油漆房|喷漆间|涂装室', '气味太重|通风不好|温度不够干得慢|漆雾大', '装活性炭过滤|加大换风量|加红外烘干|改水性漆'],
  ['模具|冲模|压铸模', '粘料|换模时间长|开裂|毛刺多', '做快速换模台|改脱模斜度|表面渗氮|定期抛光'],
  ['量具|卡尺千分尺|检测工具', '借不到|没有校准|放得乱|精度不够', '建台账|定期送检|做定置盒|添置数显的'],
  ['领料|仓库发货|到库房取料', '排队太久|手续太多|下午没有人|经常缺货', '改网上申领|设自助柜|延长开放时间|定最低库存'],
  ['交接班|换班交代|上下班交接', '说不清楚|没有记录|耽误时间|设备状态没人讲', '用统一表格|拍照留底|提前十分钟对口交接|装看板'],
  ['冷库|低温仓|冷藏间', '门关不严|结霜厚|耗电高|里面打不开门', '换门封条|装自动化霜|加风幕机|装内开把手'],
  ['哺乳室|妈妈小屋|母婴室', '没有冰箱|太远|门锁不上|没有洗手池', '添小冰箱|就近设一间|装门闩|接上水'],
  ['孩子暑假托管|暑托班|职工子女照看', '没有地方送|时间对不上|名额太少|收费高', '工会办一期|延长到下班|增加名额|补贴一半'],
];
const PLACES = '一车间 二车间 三车间 铸造车间 锻造车间 热处理车间 装配车间 机加车间 冲压车间 焊装车间 涂装车间 总装车间 维修车间 动力车间 炼钢厂 轧钢厂 冷轧厂 热轧厂 焦化厂 烧结厂 制氧站 物流部 质检部 设备部 能源中心 包装线 码头 露天料场 南区 北区 东门 西门 新厂区 老厂区 研发楼 综合楼 亦庄项目部 滨海项目部 沈阳项目部 大庆项目部'.split(' ');
const FRAMES: readonly string[] = [
  '{p}{n}{t}{w}，建议{r}。', '建议{p}{n}{t}{r}，现在{w}。', '{t}{w}，在{p}{n}，能不能{r}？', '关于{p}{n}{t}的建议：{w}，希望{r}', '我们{p}的{n}{t}{w}，大家都盼着{r}', '{p}{n}{t}为什么{w}？', '请问{p}{n}{t}{w}怎么办？',
  '{w}的{t}，{p}{n}，请{r}', '{p}反映：{n}{t}{w}。', '{r}吧，{p}{n}{t}{w}，影响干活', '{n}{t}{w}已经很久了（{p}），提议{r}', '{p}{n}的{t}，{r}行不行？',
];
const MORE = ['，省时省力', '，一年能省不少钱', '，大家都反映过', '，去年也提过', '，请领导看看', '，谢谢', '，安全第一', '，不少工友有意见', '', '', '', '', '', ''];

/** Random numbers that are the same in every run. */
export function seeded(seed: number): (below: number) => number {
  let s = seed >>> 0;
  return (below) => { s = (Math.imul(s, 1664525) + 1013904223) >>> 0; return Math.floor((s / 2 ** 32) * below); };
}

/** How many matters there are: thing and wrong, place, number. */
const NUMBERS = 99;
/** Of the phrases for what is wrong and what should be done two go together: they tell the same in other words. */
const KINDS = 2;
export const MOST_MATTERS = MATTERS.length * KINDS * PLACES.length * NUMBERS;

/** One wording of a matter. Which phrases stand for thing and remedy, the frame and what is added are left to chance. */
export function wording(matter: number, below: (n: number) => number): string {
  const rest = Math.floor(matter / MATTERS.length);
  const [thing, wrong, remedy] = (MATTERS[matter % MATTERS.length] as (typeof MATTERS)[number]).map((phrases) => phrases.split('|')) as [string[], string[], string[]];
  const place = PLACES[rest % PLACES.length] as string;
  const number = Math.floor(rest / PLACES.length) % NUMBERS;
  const kind = 2 * (Math.floor(rest / PLACES.length / NUMBERS) % KINDS);
  const n = number === 0 ? '' : ['{}号', '第{}', '{}#', 'No.{}'][below(2)]?.replace('{}', String(number)) ?? '';
  const frame = FRAMES[below(FRAMES.length)] as string;
  const text = frame.replace('{p}', place).replace('{n}', n).replace('{t}', thing[below(thing.length)] as string)
    .replace('{w}', wrong[kind + below(2)] as string).replace('{r}', remedy[kind + below(2)] as string);
  return text.replace(/[。？]?$/, (end) => `${MORE[below(MORE.length)] ?? ''}${end}`);
}

const someOf = <T>(list: readonly T[], below: (n: number) => number): T => list[below(list.length)] as T;
const FRONT = ['请问', '你好，', '我想问一下', '建议', '希望', '关于', '咨询一下', '听说', '我们这里', '领导好，'];
const BEHIND = ['吗', '，谢谢', '怎么办', '，可以吗', '呢', '，请回复', '，急', '，大家都这么说', '是不是', '了'];

/** A sentence told by somebody else: phrases of one meaning for each other, words left out, moved or added, begun or ended otherwise. */
export function retold(text: string, groups: readonly string[][], others: readonly string[], below: (n: number) => number): string {
  let t = text;
  for (const group of groups) {
    const here = group.find((phrase) => phrase.length > 1 && t.includes(phrase));
    if (here !== undefined && below(2) === 0) t = t.replace(here, someOf(group, below));
  }
  for (let cuts = below(3); cuts > 0 && t.length > 6; cuts--) { const at = below(t.length - 2); t = t.slice(0, at) + t.slice(at + 1 + below(2)); }
  if (below(5) < 2 && t.length > 8) { const at = 2 + below(t.length - 4); t = t.slice(at) + t.slice(0, at); }
  if (below(2) === 0) { const other = someOf(others, below); const from = below(Math.max(1, other.length - 3)); const at = below(t.length); t = t.slice(0, at) + other.slice(from, from + 1 + below(4)) + t.slice(at); }
  if (below(4) === 0 && t.length > 10) t = below(2) === 0 ? t.slice(0, Math.ceil(t.length * 0.7)) : t.slice(Math.floor(t.length * 0.3));
  if (below(5) < 2) t = someOf(FRONT, below) + t;
  return below(5) < 2 ? t + someOf(BEHIND, below) : t;
}

/** Texts and questions: `gold` of a question are the texts on its matter. The matter of every twentieth text is asked for, in a wording of its own. */
export function labelled(texts: number, questions: number, seed = 11): { texts: string[]; questions: { text: string; gold: number }[] } {
  const below = seeded(seed);
  const step = 104_729;
  const matterOf = (i: number): number => (i * step) % MOST_MATTERS;
  const all = Array.from({ length: texts }, (_, i) => wording(matterOf(i), below));
  return { texts: all, questions: Array.from({ length: questions }, () => { const gold = below(texts); return { text: wording(matterOf(gold), below), gold }; }) };
}
