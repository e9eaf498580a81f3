/** Places abroad that people of Shanxi go to: ISO 3166 letters and four zeros; the point is the place most go to. */
export const PLACES_ABROAD: readonly (readonly [code: string, zh: string, en: string, lat: number, lng: number])[] = [
  ["JP0000", "日本", "Japan", 35.68, 139.69],
  ["KR0000", "韩国", "South Korea", 37.57, 126.98],
  ["SG0000", "新加坡", "Singapore", 1.35, 103.82],
  ["DE0000", "德国", "Germany", 52.52, 13.4],
  ["AE0000", "阿联酋", "United Arab Emirates", 25.2, 55.27],
  ["SA0000", "沙特阿拉伯", "Saudi Arabia", 24.71, 46.68],
  ["DZ0000", "阿尔及利亚", "Algeria", 36.75, 3.06],
  ["IL0000", "以色列", "Israel", 32.08, 34.78],
  ["MY0000", "马来西亚", "Malaysia", 3.14, 101.69],
  ["AU0000", "澳大利亚", "Australia", -33.87, 151.21],
  ["HK0000", "中国香港", "Hong Kong, China", 22.32, 114.17],
  ["MO0000", "中国澳门", "Macao, China", 22.2, 113.54],
  ["LA0000", "老挝", "Laos", 17.97, 102.63],
  ["ID0000", "印度尼西亚", "Indonesia", -6.21, 106.85],
];
