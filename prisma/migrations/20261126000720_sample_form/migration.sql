ALTER TABLE `count_sample`
  ADD COLUMN `entryKey` CHAR(36) NULL,
  ADD UNIQUE INDEX `count_sample_drawnBy_entryKey_year_regionCode_perRung_key` (`drawnBy`, `entryKey`, `year`, `regionCode`, `perRung`);
