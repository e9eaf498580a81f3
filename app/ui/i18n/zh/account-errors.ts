export const accountErrors = {
};
