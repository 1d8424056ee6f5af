package io.dorsal.model.window;

/**
 * One series of daily figures over the windows of a trial; {@link DailyWindow#NONE} where the trial has no such day yet.
 *
 * @param trial all trial days so far
 * @param lastDays the last few of them
 * @param lastDay the last of them
 */
public record WindowFigures(DailyWindow baseline, DailyWindow trial, DailyWindow lastDays, DailyWindow lastDay) {}
