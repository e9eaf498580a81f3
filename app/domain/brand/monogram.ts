/** What stands in for a mark that was never uploaded: up to two letters of the name, and one of six grounds, the same each time. */
export function monogramOf(name: string): { letters: string; ground: number } {
  const letters = [...name.replace(/\s/g, "")];
  // 天镇保姆 is read by its place; a name of letters by its first two words
  const words = name.split(/\s+/).filter((word) => word !== "");
  const text = /^[\x20-\x7e]+$/.test(name) && words.length > 1 ? `${words[0]![0]}${words[1]![0]}`.toUpperCase() : letters.slice(0, 2).join("");
  let sum = 0;
  for (const letter of letters) sum = (sum * 31 + letter.codePointAt(0)!) % 997;
  return { letters: text, ground: sum % 6 };
}
