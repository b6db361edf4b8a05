/** As much of the module as is used. */
declare module "cloudflare:workers" {
  export const env: { ASSETS: { fetch(url: string): Promise<Response> } };
}
