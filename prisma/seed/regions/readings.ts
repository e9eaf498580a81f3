/** Readings of place names that differ from the everyday reading of their characters; tones are not needed. */
export const READINGS: Readonly<Record<string, string>> = {
  // Shanxi
  洪洞: "hong tong", 繁峙: "fan shi", 长子: "zhang zi", 解州: "hai zhou", 隰县: "xi xian", 尧都: "yao du", 尖草坪: "jian cao ping",
  万柏林: "wan bai lin", 娄烦: "lou fan", 岢岚: "ke lan", 汾: "fen", 应县: "ying xian", 曲沃: "qu wo", 新绛: "xin jiang", 绛县: "jiang xian",
  盂县: "yu xian", 介休: "jie xiu", 石楼: "shi lou", 浑源: "hun yuan", 台怀: "tai huai", 吕梁: "lü liang", 霍州: "huo zhou", 朔: "shuo",
  // other provinces
  重庆: "chong qing", 西藏: "xi zang", 乐亭: "lao ting", 乐陵: "lao ling", 乐清: "yue qing", 闵行: "min hang", 六合: "lu he", 六安: "lu an",
  郫都: "pi du", 昌都: "chang du", 曾都: "zeng du", 都安: "du an", 都匀: "du yun", 都昌: "du chang", 都江堰: "du jiang yan", 成都: "cheng du", 新都: "xin du", 丰都: "feng du", 于都: "yu du", 宜都: "yi du", 望都: "wang du", 江都: "jiang du", 花都: "hua du", 武都: "wu du", 嘉峪关: "jia yu guan", 都兰: "du lan",
  什邡: "shi fang", 筠连: "jun lian", 浚县: "xun xian", 泌阳: "bi yang", 涡阳: "guo yang", 歙县: "she xian", 大埔: "da bu", 黄埔: "huang pu",
  大城: "dai cheng", 大柴旦: "da chai dan", 番禺: "pan yu", 尉犁: "yu li", 尉氏: "wei shi", 蔚县: "yu xian", 单县: "shan xian", 莘县: "shen xian", 句容: "ju rong", 覃塘: "qin tang",
  宿州: "su zhou", 宿迁: "su qian", 宿城: "su cheng", 宿豫: "su yu", 宿松: "su song", 铅山: "yan shan", 荥阳: "xing yang", 荥经: "ying jing", 犍为: "qian wei", 枞阳: "zong yang",
  柘城: "zhe cheng", 柘荣: "zhe rong", 盱眙: "xu yi", 邳州: "pi zhou", 茌平: "chi ping", 临朐: "lin qu", 鄄城: "juan cheng", 郯城: "tan cheng", 渑池: "mian chi", 武陟: "wu zhi", 获嘉: "huo jia", 郏县: "jia xian",
  井陉: "jing xing", 行唐: "xing tang", 藁城: "gao cheng", 蠡县: "li xian", 任丘: "ren qiu", 任泽: "ren ze", 任城: "ren cheng", 任县: "ren xian", 涿州: "zhuo zhou", 曲周: "qu zhou", 曲阳: "qu yang", 肥乡: "fei xiang",
  黟县: "yi xian", 砀山: "dang shan", 濉溪: "sui xi", 蚌埠: "beng bu", 亳州: "bo zhou", 厦门: "xia men", 东莞: "dong guan", 丽水: "li shui", 台州: "tai zhou", 天台: "tian tai", 嵊州: "sheng zhou", 嵊泗: "sheng si", 鄞州: "yin zhou", 缙云: "jin yun", 长汀: "chang ting", 洞头: "dong tou",
  弋阳: "yi yang", 婺源: "wu yuan", 鄱阳: "po yang", 万载: "wan zai", 耒阳: "lei yang", 攸县: "you xian", 汨罗: "mi luo", 溆浦: "xu pu", 华容: "hua rong", 洞口: "dong kou", 郴州: "chen zhou", 监利: "jian li", 秭归: "zi gui", 黄陂: "huang pi", 硚口: "qiao kou",
  会理: "hui li", 会东: "hui dong", 会泽: "hui ze", 会同: "hui tong", 会宁: "hui ning", 会昌: "hui chang", 四会: "si hui", 新会: "xin hui", 珙县: "gong xian", 綦江: "qi jiang", 潼南: "tong nan", 朝天: "chao tian", 朝阳: "chao yang", 儋州: "dan zhou", 勐: "meng", 漾濞: "yang bi",
  长安: "chang an", 盩厔: "zhou zhi", 柞水: "zha shui", 华阴: "hua yin", 华州: "hua zhou", 吴堡: "wu bu", 彬州: "bin zhou", 略阳: "lüe yang", 宕昌: "tan chang", 迭部: "die bu", 乐都: "le du", 红古: "hong gu", 互助: "hu zhu", 尖扎: "jian zha", 扎囊: "zha nang",
  龙圩: "long xu", 回龙圩: "hui long xu", 阿城: "a cheng", 东阿: "dong e", 阿合奇: "a he qi", 盖州: "gai zhou", 瓦房店: "wa fang dian", 珲春: "hun chun", 桦甸: "hua dian", 伊通: "yi tong", 桓仁: "huan ren", 岫岩: "xiu yan",
  长沙: "chang sha", 长春: "chang chun", 长治: "chang zhi", 长垣: "chang yuan", 五指山: "wu zhi shan", 百色: "bai se", 塔什库尔干: "ta shi ku er gan", 喀什: "ka shi", 叶城: "ye cheng", 若尔盖: "ruo er gai", 克什克腾: "ke shi ke teng", 康巴什: "kang ba shi",
};

/** Names that English has in a form of its own. */
export const ENGLISH_STEMS: Readonly<Record<string, string>> = {
  呼和浩特: "Hohhot", 鄂尔多斯: "Ordos", 呼伦贝尔: "Hulunbuir", 巴彦淖尔: "Bayannur", 乌兰察布: "Ulanqab", 锡林郭勒: "Xilingol", 阿拉善: "Alxa",
  哈尔滨: "Harbin", 齐齐哈尔: "Qiqihar", 拉萨: "Lhasa", 日喀则: "Xigaze", 昌都: "Qamdo", 林芝: "Nyingchi", 那曲: "Nagqu", 阿里: "Ngari", 甘孜: "Garze", 阿坝: "Aba", 果洛: "Golog",
  乌鲁木齐: "Urumqi", 克拉玛依: "Karamay", 吐鲁番: "Turpan", 博尔塔拉: "Bortala", 巴音郭楞: "Bayingolin", 阿克苏: "Aksu", 克孜勒苏: "Kizilsu", 喀什: "Kashgar", 和田: "Hotan", 伊犁: "Ili", 阿勒泰: "Altay",
  石河子: "Shihezi", 香格里拉: "Shangri-La", 格尔木: "Golmud", 库尔勒: "Korla",
};

/** Peoples in the names of autonomous places. */
export const PEOPLES: Readonly<Record<string, string>> = {
  满族: "Manchu", 蒙古族: "Mongol", 蒙古: "Mongol", 回族: "Hui", 朝鲜族: "Korean", 土家族: "Tujia", 苗族: "Miao", 侗族: "Dong", 瑶族: "Yao", 壮族: "Zhuang", 布依族: "Bouyei", 彝族: "Yi",
  藏族: "Tibetan", 羌族: "Qiang", 黎族: "Li", 畲族: "She", 仫佬族: "Mulao", 毛南族: "Maonan", 仡佬族: "Gelao", 水族: "Sui", 哈尼族: "Hani", 傣族: "Dai", 白族: "Bai", 景颇族: "Jingpo", 傈僳族: "Lisu",
  拉祜族: "Lahu", 佤族: "Va", 布朗族: "Blang", 纳西族: "Naxi", 普米族: "Pumi", 怒族: "Nu", 独龙族: "Derung", 达斡尔族: "Daur", 鄂伦春: "Oroqen", 鄂温克族: "Evenki", 哈萨克族: "Kazakh", 哈萨克: "Kazakh", 柯尔克孜: "Kirgiz",
  锡伯: "Xibe", 塔吉克: "Tajik", 撒拉族: "Salar", 土族: "Tu", 东乡族: "Dongxiang", 保安族: "Bonan", 裕固族: "Yugur", 维吾尔: "Uygur", 各族: "Various Peoples",
};

export const PROVINCES: Readonly<Record<string, string>> = {
  "11": "Beijing", "12": "Tianjin", "13": "Hebei", "14": "Shanxi", "15": "Inner Mongolia", "21": "Liaoning", "22": "Jilin", "23": "Heilongjiang", "31": "Shanghai", "32": "Jiangsu", "33": "Zhejiang",
  "34": "Anhui", "35": "Fujian", "36": "Jiangxi", "37": "Shandong", "41": "Henan", "42": "Hubei", "43": "Hunan", "44": "Guangdong", "45": "Guangxi", "46": "Hainan", "50": "Chongqing", "51": "Sichuan",
  "52": "Guizhou", "53": "Yunnan", "54": "Xizang", "61": "Shaanxi", "62": "Gansu", "63": "Qinghai", "64": "Ningxia", "65": "Xinjiang", "71": "Taiwan", "81": "Hong Kong", "82": "Macao",
};
