/** As much of the module as is used here. */
declare module "cloudflare:workers" {
  /** A Worker whose methods others call through a service binding. */
  export class WorkerEntrypoint {}
}
