/** How busy a process is: shows which side of a benchmark was the limit. */
export class CpuMeter {
  #cpu = process.cpuUsage();
  #time = performance.now();

  /** CPU time over wall time since the last call, in percent; one busy thread is 100. */
  percent(): number {
    const { user, system } = process.cpuUsage(this.#cpu);
    const percent = (user + system) / 10 / (performance.now() - this.#time);
    this.#cpu = process.cpuUsage();
    this.#time = performance.now();
    return Math.round(percent);
  }
}
