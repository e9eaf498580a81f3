ALTER TABLE `post`
  ADD COLUMN `onBehalfOf` VARCHAR(120) NULL,
  ADD COLUMN `confirmedAt` DATETIME(3) NULL,
  ADD COLUMN `clusterKey` CHAR(43) NULL,
  ADD INDEX `post_clusterKey_idx` (`clusterKey`);
