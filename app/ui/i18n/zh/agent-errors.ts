export const agentErrors = {
};
