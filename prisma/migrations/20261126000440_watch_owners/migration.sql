CREATE INDEX `watch_case_ownerId_closedAt_idx` ON `watch_case` (`ownerId`, `closedAt`);
