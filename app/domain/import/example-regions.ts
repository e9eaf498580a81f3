import { buildRegionIndex, type RegionRow } from "./region-index.ts";

/** A few real regions, flaws of the list included, for the tests of this folder. */
const LIST = `
110000 北京市 province -|110100 市辖区 city 110000|110105 朝阳区 county 110100|110108 海淀区 county 110100|130000 河北省 province -|130100 石家庄市 city 130000
130102 长安区 county 130100|130104 桥西区 county 130100|130200 唐山市 city 130000|130205 开平区 county 130200|140000 山西省 province -|140100 太原市 city 140000|140105 小店区 county 140100
140105001 坞城街道 town 140105|140109 万柏林区 county 140100|140400 长治市 city 140000|140403 潞州区 county 140400|140500 晋城市 city 140000|140600 朔州市 city 140000|140681 怀仁市 county 140600
141000 临汾市 city 140000|141002 尧都区 county 141000|150000 内蒙古自治区 province -|150100 呼和浩特市 city 150000|150121 土默特左旗 county 150100|211300 朝阳市 city 210000|210000 辽宁省 province -
220000 吉林省 province -|220200 吉林市 city 220000|222400 延边朝鲜族自治州 city 220000|222401 延吉市 county 222400|310000 上海市 province -|310100 市辖区 city 310000|310115 浦东新区 county 310100
320000 江苏省 province -|320100 南京市 city 320000|320106 鼓楼区 county 320100|320500 苏州市 city 320000|320583 昆山市 county 320500|350000 福建省 province -|350100 福州市 city 350000|350102 鼓楼区 county 350100
410000 河南省 province -|410100 郑州市 city 410000|410104 管城回族区 county 410100|420000 湖北省 province -|420100 武汉市 city 420000|422800 恩施土家族苗族自治州 city 420000|429000 省直辖县级行政区划 city 420000
429004 仙桃市 county 429000|430000 湖南省 province -|430100 长沙市 city 430000|430104 岳麓区 county 430100|430121 长沙县 county 430100|440000 广东省 province -|440100 广州市 city 440000|440106 天河区 county 440100
440300 深圳市 city 440000|440305 南山区 county 440300|440306 宝安区 county 440300|440700 江门市 city 440000|440783 开平市 county 440700|441900 东莞市 city 440000|441900 东莞市 county 441900|442000 中山市 city 440000
460000 海南省 province -|469000 省直辖县级行政区划 city 460000|469028 陵水黎族自治县 county 469000|510000 四川省 province -|510100 成都市 city 510000|530000 云南省 province -|532500 红河哈尼族彝族自治州 city 530000
620000 甘肃省 province -|622900 临夏回族自治州 city 620000|622927 积石山保安族东乡族撒拉族自治县 county 622900|630000 青海省 province -|632500 海南藏族自治州 city 630000`;
const rows: RegionRow[] = LIST.trim().split(/[|\n]/).map((line) => {
  const [code, name, level, parent] = line.split(" ");
  return { code: code!, name: name!, level: level!, parentCode: parent === "-" ? null : parent! };
});
export const exampleRegions = buildRegionIndex(rows);
