/**
 * Words people use for the same work. A post whose title or trade holds one of a group is findable by the others,
 * below those that say the word themselves. Kept in the document and not in the engine's synonyms, so that each
 * word is found by its sound and letters too.
 */
const GROUPS: readonly (readonly string[])[] = [
  ["保姆", "家政", "家政服务员", "阿姨", "钟点工", "家务"],
  ["月嫂", "母婴护理", "月子护理"],
  ["育儿嫂", "育婴员", "育婴师", "带孩子"],
  ["护工", "陪护", "护理员", "养老护理", "医疗护理", "照料老人"],
  ["电焊", "焊工", "电焊工", "氩弧焊", "二保焊", "气保焊", "手把焊", "焊接"],
  ["瓦工", "泥瓦匠", "泥瓦工", "瓦匠", "泥水工", "砌筑", "砌墙"],
  ["钢筋工", "绑钢筋", "扎钢筋"],
  ["木工", "木匠", "支模", "模板工"],
  ["油漆工", "刮腻子", "涂装", "粉刷"],
  ["水暖工", "管道工", "管工"],
  ["电工", "水电工", "水电安装"],
  ["普工", "操作工", "小工", "力工", "杂工", "打杂"],
  ["搬运", "装卸", "搬运工", "装卸工"],
  ["司机", "驾驶员", "开车"],
  ["货车司机", "大车司机", "卡车司机"],
  ["挖掘机", "挖机", "钩机", "勾机"],
  ["装载机", "铲车"],
  ["叉车", "叉车工", "叉车司机"],
  ["塔吊", "塔机", "起重机", "吊车"],
  ["厨师", "大厨", "炒菜", "灶台", "中式烹调"],
  ["面点", "面案", "白案", "做馍"],
  ["洗碗工", "后厨", "厨工", "帮厨", "切配"],
  ["服务员", "端盘子", "传菜"],
  ["保安", "保安员", "门卫", "看大门", "安保"],
  ["保洁", "清洁工", "保洁员", "打扫卫生", "环卫"],
  ["快递", "快递员", "派件", "送件"],
  ["外卖", "骑手", "送餐", "外卖员", "网约配送"],
  ["理货", "导购", "营业员", "售货员", "收银"],
  ["客服", "话务员", "接线员"],
  ["会计", "财务", "出纳", "记账"],
  ["网管", "网络管理", "运维"],
  ["程序员", "软件开发", "软件工程师", "码农"],
  ["缝纫工", "车位工", "平车工", "裁缝", "缝纫"],
  ["采煤", "煤矿工", "矿工", "井下工"],
  ["养殖", "饲养员", "喂猪", "喂牛"],
  ["绿化", "园林", "养花种树"],
  ["护林员", "巡山", "林管员"],
  ["幼师", "幼儿教师", "幼教"],
  ["理发", "美发", "发型师"],
  ["按摩", "推拿", "保健按摩"],
  ["刮面", "刀削面", "拉面"],
  ["直播", "主播", "带货"],
];

/** The words that stand for the same work as any word the texts hold, without those the texts hold already. */
export function otherTradeWords(texts: readonly string[]): string[] {
  const text = texts.join(" ");
  const words = GROUPS.filter((group) => group.some((word) => text.includes(word))).flat();
  return [...new Set(words)].filter((word) => !text.includes(word));
}
