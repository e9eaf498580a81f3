export const offers = {
};
