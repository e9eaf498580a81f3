export const agent = {
};
