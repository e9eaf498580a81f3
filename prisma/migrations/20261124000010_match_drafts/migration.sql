-- What a run has found stands here until it is published whole, so that a worker that dies while writing has not to match again.
CREATE TABLE `match_draft` (
  `runId` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `postId` CHAR(26) NOT NULL,
  `id` CHAR(26) NOT NULL,
  `score` INTEGER NOT NULL,
  `reasons` JSON NOT NULL,
  PRIMARY KEY (`runId`, `personId`),
  CONSTRAINT `match_draft_runId_fkey` FOREIGN KEY (`runId`) REFERENCES `match_run` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
