-- Who fits an open post best, ranked anew whenever the post changes; the provincial run does not read it.
CREATE TABLE `post_candidate` (
  `postId` CHAR(26) NOT NULL,
  `rank` INTEGER NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `score` INTEGER NOT NULL,
  `rankedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`postId`, `rank`),
  INDEX `post_candidate_personId_idx` (`personId`),
  CONSTRAINT `post_candidate_postId_fkey` FOREIGN KEY (`postId`) REFERENCES `post` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `post_candidate_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What is open of a trade, for the posts that suit a person.
CREATE INDEX `post_status_occupationCode_idx` ON `post` (`status`, `occupationCode`);
