import type { zh } from "./zh/index.ts";

/** The Chinese catalogue is the source: its keys are the keys there are. */
export type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };
export type Catalogue = Shape<typeof zh>;

type Leaves<T, P extends string = ""> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Leaves<T[K], `${P}${K}.`>;
}[keyof T & string];
type WithoutPlural<K extends string> = K extends `${infer Base}_one` ? Base : K extends `${string}_other` ? never : K;

/** Every key a page may ask for; of `posts_one` and `posts_other` one asks for `posts` with a count. */
export type TextKey = WithoutPlural<Leaves<Catalogue>>;
