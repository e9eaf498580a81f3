export const offersErrors = {
};
