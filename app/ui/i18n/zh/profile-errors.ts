export const profileErrors = {
};
