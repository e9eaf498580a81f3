import type { Facets } from "#search/queries/read-posts.ts";
import { type PostSearchParams, postSearchUrl } from "#search/queries/params.ts";
import { useName, useT } from "../i18n/context.tsx";
import { formatCount } from "../i18n/format.ts";

interface Choice {
  key: string;
  text: string;
  /** under the name: from where, which one, or how many posts */
  note: string | null;
  chosen: boolean;
  href: string;
}

interface Known {
  /** from where distances are measured; null while nobody said */
  near: { code: string; name: { zh: string; en: string } } | null;
  /** the brand a signed-in seeker belongs to */
  brandId: string | null;
}

/** The few things most seekers ask for, as large links that put a condition on and take it off again. */
export function BigChoices({ params, facets = null, near, brandId, small }: Known & { params: PostSearchParams; facets?: Facets | null; /** above results, which are what the page is for */ small?: boolean }) {
  const t = useT();
  const name = useName();
  const here = (change: Partial<PostSearchParams>) => `/jobs?${postSearchUrl({ ...params, page: 1, ...change })}`;
  const countOf = (key: "housing" | "monthly" | "cert" | "brand", value: string) => {
    const found = facets?.[key].find((one) => one.value === value);
    return found ? t("common.count.posts", { count: found.count, n: formatCount(found.count) }) : null;
  };
  const nearest = params.sort === "distance" && near !== null;
  const choices: Choice[] = [
    {
      key: "near", text: t("seek.choices.near"), chosen: nearest, note: near ? t("seek.choices.nearFrom", { place: name(near.name) }) : t("seek.choices.nearAsk"),
      href: near === null ? `/jobs/near?${postSearchUrl(params)}` : here(nearest ? { sort: "relevance" } : { sort: "distance", near: near.code }),
    },
    { key: "housing", text: t("seek.choices.housing"), chosen: params.housing, note: countOf("housing", "1"), href: here({ housing: !params.housing }) },
    { key: "monthly", text: t("seek.choices.monthly"), chosen: params.monthly, note: countOf("monthly", "1"), href: here({ monthly: !params.monthly }) },
    { key: "cert", text: t("seek.choices.noCertificate"), chosen: params.cert === "none", note: countOf("cert", "none"), href: here(params.cert === "none" ? { cert: null } : { cert: "none", level: null }) },
    {
      key: "brand", text: t("seek.choices.brand"), chosen: params.brand !== null, note: brandId === null ? t("seek.choices.brandAsk") : countOf("brand", brandId),
      href: params.brand !== null ? here({ brand: null }) : brandId === null ? `/jobs/brands?${postSearchUrl(params)}` : here({ brand: brandId }),
    },
  ];
  return (
    <nav aria-label={t("seek.choices.label")}>
      <ul className={small ? "big-choices small" : "big-choices"}>
        {choices.map((one) => (
          <li key={one.key}>
            <a href={one.href} aria-current={one.chosen ? "true" : undefined}>
              <span className="name">{one.chosen && <span aria-hidden="true">✓ </span>}{one.text}</span>
              {one.note && <span className="note num">{one.note}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
