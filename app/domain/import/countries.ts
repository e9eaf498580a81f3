/** Places outside the mainland by the names that posts use; codes are ISO 3166 and four zeros. 境外 holds Hong Kong, Macao and Taiwan. */
const COUNTRIES: readonly (readonly [code: string, names: string])[] = [
  ["HK0000", "香港|hong kong"], ["MO0000", "澳门|macao|macau"], ["TW0000", "台湾|台北|taiwan"], ["JP0000", "日本|东京|japan"], ["KR0000", "韩国|首尔|korea"],
  ["SG0000", "新加坡|singapore"], ["MY0000", "马来西亚|malaysia"], ["TH0000", "泰国|曼谷|thailand"], ["VN0000", "越南|vietnam"], ["LA0000", "老挝|laos"],
  ["KH0000", "柬埔寨|cambodia"], ["MM0000", "缅甸|myanmar"], ["ID0000", "印度尼西亚|印尼|雅加达|indonesia"], ["PH0000", "菲律宾|philippines"], ["IN0000", "印度|india"],
  ["PK0000", "巴基斯坦|pakistan"], ["BD0000", "孟加拉国|孟加拉|bangladesh"], ["LK0000", "斯里兰卡"], ["MN0000", "蒙古国|mongolia"], ["KZ0000", "哈萨克斯坦"],
  ["UZ0000", "乌兹别克斯坦"], ["RU0000", "俄罗斯|莫斯科|russia"], ["AE0000", "阿联酋|迪拜|uae|dubai"], ["SA0000", "沙特阿拉伯|沙特|saudi arabia"], ["QA0000", "卡塔尔|qatar"],
  ["KW0000", "科威特"], ["IL0000", "以色列|israel"], ["TR0000", "土耳其"], ["DE0000", "德国|germany"], ["FR0000", "法国|france"],
  ["GB0000", "英国|伦敦|united kingdom"], ["IT0000", "意大利|italy"], ["ES0000", "西班牙"], ["PT0000", "葡萄牙"], ["NL0000", "荷兰"],
  ["PL0000", "波兰"], ["HU0000", "匈牙利"], ["RS0000", "塞尔维亚"], ["IE0000", "爱尔兰"], ["US0000", "美国|united states|usa"],
  ["CA0000", "加拿大|canada"], ["MX0000", "墨西哥"], ["BR0000", "巴西|brazil"], ["AR0000", "阿根廷"], ["CL0000", "智利"],
  ["PE0000", "秘鲁"], ["AU0000", "澳大利亚|澳洲|australia"], ["NZ0000", "新西兰|new zealand"], ["EG0000", "埃及"], ["ZA0000", "南非"],
  ["NG0000", "尼日利亚"], ["KE0000", "肯尼亚"], ["ET0000", "埃塞俄比亚"], ["TZ0000", "坦桑尼亚"], ["AO0000", "安哥拉"],
  ["CD0000", "刚果(金)|刚果金|刚果"], ["GH0000", "加纳"], ["DZ0000", "阿尔及利亚"],
];
const BY_NAME = COUNTRIES.flatMap(([code, names]) => names.split("|").map((name) => [name, code] as const)).sort((a, b) => b[0].length - a[0].length);

export interface Country { code: string; name: string }

/** The country that a tidied text begins with: `新加坡市中心`, `中国香港`, `日本东京`. */
export function countryAtStart(tidied: string): Country | null {
  const text = tidied.toLowerCase().replace(/^中国(?=香港|澳门|台湾)/, "");
  for (const [name, code] of BY_NAME) if (text.startsWith(name)) return { code, name };
  return null;
}
