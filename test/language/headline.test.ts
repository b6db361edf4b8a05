import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { headlineSentence } from "../../src/language/en/index.ts";
import { audience, type Platform } from "../../src/model/index.ts";
import { resolve } from "../../src/policy/index.ts";

/*
 * The headlines of real records, for adults on the free plan on 30 November 2026. Each was read against
 * the record's sources. When a record changes, read its new sentence before it is written here.
 */
const SENTENCES: readonly [platform: string, region: string, sentence: string][] = [
  [
    "linkedin",
    "DE",
    "LinkedIn trains its AI with your profile, posts, group messages, resumes and AI chats unless you switch it off. It says that it does not use your private messages.",
  ],
  [
    "linkedin",
    "US",
    "LinkedIn trains its AI with your profile, posts, group messages, resumes and AI chats unless you switch it off. It says that it does not use your private messages.",
  ],
  [
    "linkedin",
    "GB",
    "LinkedIn trains its AI with your profile, posts, group messages, resumes and AI chats unless you switch it off. It also gives what you publish to companies of its group that train AI unless you switch it off. It says that it does not use your private messages.",
  ],
  [
    "x",
    "DE",
    "X trains its AI with what you publish and your chats with its AI unless you switch it off. It also gives this data to companies of its group that train AI unless you switch it off. Its terms also allow AI training with your private messages; it has not said that it does this. It says that it does not use your protected posts.",
  ],
  [
    "github",
    "US",
    "GitHub trains its AI with your public code, and you cannot opt out. It also trains its AI with what you enter into Copilot and the code it works on unless you switch it off. It says that it does not use private code that you do not give to its AI.",
  ],
  [
    "facebook",
    "US",
    "Facebook trains its AI with what you publish and your chats with its AI, and you cannot fully opt out. It says that it does not use your private messages unless someone shares them with its AI.",
  ],
  [
    "facebook",
    "DE",
    "Facebook trains its AI with what you publish and your chats with its AI unless you object. It says that it does not use your private messages unless someone shares them with its AI.",
  ],
  [
    "facebook",
    "GB",
    "Facebook trains its AI with what you publish unless you object. It also trains its AI with your chats with its AI, and you cannot fully opt out. It says that it does not use your private messages unless someone shares them with its AI.",
  ],
  ["reddit", "US", "Reddit gives what you publish to other companies that train AI, and you cannot opt out."],
  ["bluesky", "DE", "Bluesky says that it does not train AI with what you publish."],
  [
    "soundcloud",
    "US",
    "SoundCloud says that it does not train generative AI that imitates your voice, music or likeness with what you publish. The documents we read do not say whether it trains other AI with it.",
  ],
  [
    "alexa",
    "US",
    "Alexa trains its AI with what you type to Alexa, your transcripts and its answers, and you cannot opt out. It also trains its AI with your voice recordings unless you switch it off.",
  ],
  [
    "alexa",
    "DE",
    "The documents we read do not say whether Alexa trains AI with your own data. It trains its AI with public data from the web, in which you may appear.",
  ],
  [
    "roblox",
    "US",
    "Roblox trains its AI with free assets that you put in its store and your voice recordings, and you cannot opt out. It also trains its AI with games and items that you create unless you switch it off. Its terms also allow AI training with your chats with its AI; it has not said that it does this.",
  ],
  [
    "roblox",
    "DE",
    "Roblox trains its AI with free assets that you put in its store, and you cannot opt out. It also trains its AI with games and items that you create unless you switch it off. It also trains AI models with your voice recordings only if you agree. Its terms also allow AI training with your chats with its AI; it has not said that it does this.",
  ],
  [
    "slack",
    "US",
    "Slack says that it does not train generative AI with your content, your private messages or what you enter into its AI features.",
  ],
  [
    "gmail",
    "US",
    "Gmail says that it does not train Gemini and other general models with your email. Its terms allow it to train AI models with your email, chats and calls; you can stop it, but the default is not stated. It has not said that it does. The documents we read do not say whether it trains AI with what you ask its AI.",
  ],
  [
    "gmail",
    "DE",
    "Gmail says that it does not train Gemini and other general models with your email. Its terms allow it to train AI models with your email, chats and calls only if you agree. It has not said that it does. Its terms also allow it to train its AI with what you ask its AI, and you cannot fully opt out. It has not said that it does.",
  ],
  [
    "imdb",
    "US",
    "The documents we read do not say whether IMDb trains AI with your own data. Its terms would allow it, without mentioning AI.",
  ],
  [
    "airbnb",
    "US",
    "Airbnb trains AI models with what you publish, your private messages and your account details; whether you can opt out is not stated.",
  ],
  [
    "amazon",
    "US",
    "The documents we read do not say whether Amazon trains AI with your own data. Its terms would allow it, without mentioning AI.",
  ],
  [
    "artstation",
    "US",
    "ArtStation says that it does not train generative AI with what you publish or your private messages.",
  ],
  [
    "atlassian",
    "US",
    "Jira and Confluence (Atlassian) trains its AI with your content unless an administrator switches it off. The documents we read do not say whether it trains AI with what you publish.",
  ],
  [
    "bandcamp",
    "US",
    "Bandcamp says that it does not train models that make music with the music you upload. The documents we read do not say whether it trains other AI with it. Its terms would allow it, without mentioning AI.",
  ],
  [
    "booking-com",
    "US",
    "The terms of Booking.com allow it to train its AI with what you publish, your private messages and other data unless you object. It has not said that it does.",
  ],
  [
    "chatgpt",
    "US",
    "ChatGPT trains its AI with your chats unless you switch it off. It says that it does not train its foundation models with what you share in ChatGPT Health.",
  ],
  ["claude", "US", "Claude trains its AI with your chats unless you switch it off."],
  [
    "cursor",
    "US",
    "Cursor trains its AI with your private code, what you enter into its AI features and data about what you do; you can stop it, but the default is not stated.",
  ],
  [
    "dailymotion",
    "US",
    "The terms of Dailymotion allow it to train AI models with your videos, public or not, and you cannot opt out. It has not said that it does. Its terms also allow it to give what you publish to other companies that train AI, and you cannot fully opt out. It has not said that it does.",
  ],
  [
    "deepseek",
    "US",
    "DeepSeek trains its AI with your chats unless you switch it off. It also gives this data to companies of its group that train AI unless you switch it off.",
  ],
  [
    "deviantart",
    "US",
    "DeviantArt says that it does not train AI with the works you publish. The documents we read do not say whether it trains AI with your chats with its AI or your private messages.",
  ],
  [
    "discord",
    "US",
    "The documents we read do not say whether Discord trains AI with your own data. It trains models that rank, recommend or classify.",
  ],
  [
    "ebay",
    "US",
    "The terms of eBay allow it to train AI models with your personal data; you can stop it, but the default is not stated. It has not said that it does. The documents we read do not say whether it trains AI with what you publish or your private messages.",
  ],
  [
    "evernote",
    "US",
    "Evernote says that it does not train AI with your content or what you enter into its AI features.",
  ],
  [
    "gemini",
    "US",
    "Gemini trains its AI with your chats and uploads unless you switch it off. It also trains its AI with recordings of your voice, camera and screen only if you agree.",
  ],
  [
    "gitlab",
    "US",
    "GitLab says that it does not train AI with your private code, your public code or what you enter into its AI features.",
  ],
  [
    "grammarly",
    "US",
    "Grammarly trains its AI with what you write and upload unless you switch it off. It also trains AI models with your recordings, meetings and feedback, and you cannot opt out.",
  ],
  ["grok", "US", "Grok trains its AI with your chats unless you switch it off."],
  [
    "hugging-face",
    "US",
    "Hugging Face says that it does not train AI with your chats in HuggingChat or prompts that you send to models it hosts. The documents we read do not say whether it trains AI with your public code or your private code.",
  ],
  [
    "instagram",
    "US",
    "Instagram trains its AI with what you publish and your chats with its AI, and you cannot fully opt out. It says that it does not use your private messages unless someone shares them with its AI.",
  ],
  ["kimi", "US", "Kimi trains its AI with your chats unless you object."],
  [
    "last-fm",
    "US",
    "The documents we read do not say whether Last.fm trains AI with your own data. Its terms would allow it, without mentioning AI.",
  ],
  ["le-chat", "US", "Vibe (Le Chat) trains its AI with your chats unless you switch it off."],
  [
    "microsoft-copilot",
    "US",
    "Microsoft Copilot trains its AI with chats in its older app unless you switch it off. It says that it does not train foundation models with chats in its updated app.",
  ],
  [
    "miro",
    "US",
    "Miro says that it does not train AI with your content or what you enter into its AI features.",
  ],
  [
    "overleaf",
    "US",
    "Overleaf says that it does not train AI with what you enter into its AI tools or get from them. The documents we read do not say whether it trains AI with your files.",
  ],
  [
    "paypal",
    "US",
    "The terms of PayPal allow it to train AI models with your personal information, including your payments, and you cannot opt out. It has not said that it does.",
  ],
  [
    "perplexity",
    "US",
    "Perplexity trains AI models with your searches, chats and files unless you switch it off. It says that it does not use email in a mailbox that you link to it.",
  ],
  ["pinterest", "US", "Pinterest trains its AI with what you publish unless you switch it off."],
  [
    "quora",
    "US",
    "The terms of Quora allow it to train its AI with what you publish unless you switch it off. It has not said that it does.",
  ],
  [
    "replit",
    "US",
    "The terms of Replit allow it to train its AI with your code and what you type, enter or post, and you cannot opt out. It has not said that it does. Its terms also allow it to give what you type, enter or post to companies of its group that train AI, and you cannot opt out. It has not said that it does. It trains its AI with data about what you do, and you cannot opt out.",
  ],
  ["signal", "US", "Signal says that it does not train AI with your private messages."],
  [
    "snapchat",
    "US",
    "Snapchat trains its AI with what you give My AI and its other AI features, and you cannot opt out. Its terms also allow AI training with what you publish; it has not said that it does this. The documents we read do not say whether it trains AI with your private messages.",
  ],
  [
    "spotify",
    "US",
    "Spotify trains its AI with what you play, search for, post and say to it, and you cannot opt out.",
  ],
  [
    "stack-overflow",
    "US",
    "Stack Overflow gives what you publish to other companies that train AI, and you cannot fully opt out. The documents we read do not say whether it trains AI with your chats with its AI or your files.",
  ],
  [
    "steam",
    "US",
    "The documents we read do not say whether Steam trains AI with your own data. It trains models that rank, recommend or classify.",
  ],
  [
    "tiktok",
    "US",
    "TikTok trains AI models with your posts and private messages and what you type into its AI features, and you cannot fully opt out.",
  ],
  [
    "tinder",
    "US",
    "The terms of Tinder allow it to train AI models with your chats with its AI and your private messages, and you cannot fully opt out. It has not said that it does. It trains AI models with your photos and profile and data that it collects about you, and you cannot fully opt out.",
  ],
  [
    "trello",
    "US",
    "Trello trains AI models with your requests to support, and you cannot opt out. The documents we read do not say whether it trains AI with your content.",
  ],
  [
    "tumblr",
    "US",
    "Tumblr gives what you publish to other companies that train AI unless you switch it off. The documents we read do not say whether it trains AI with your private messages.",
  ],
  [
    "twitch",
    "US",
    "Twitch trains its AI with what you stream, post and write in chats, and you cannot fully opt out.",
  ],
  [
    "viber",
    "US",
    "Viber says that it does not train AI with your private messages. The documents we read do not say whether it trains AI with your chats with its AI or what you publish.",
  ],
  ["vimeo", "US", "Vimeo says that it does not train AI with videos that you upload."],
  ["wetransfer", "US", "WeTransfer says that it does not train AI with your content."],
  [
    "whatsapp",
    "US",
    "WhatsApp trains its AI with your chats with Meta AI, and you cannot fully opt out. It says that it does not use your personal messages unless someone sends them to Meta AI.",
  ],
  [
    "wikipedia",
    "US",
    "Wikipedia gives what people write there to other companies that train AI, and you cannot opt out.",
  ],
  [
    "wordpress-com",
    "US",
    "WordPress.com gives the public content of your sites to other companies that train AI unless an owner switches it off. The documents we read do not say whether it trains AI with your files.",
  ],
  [
    "youtube",
    "US",
    "YouTube trains its AI with some of the public videos that people upload, and you cannot opt out.",
  ],
  ["zoom", "US", "Zoom says that it does not train AI with what you say, write, show or share in Zoom."],
  // Practised with other data, beside content that is denied or only permitted; other models than the denied ones.
  [
    "strato",
    "DE",
    "STRATO says that it does not train AI with what you enter into its AI services. It trains AI models with data about what you do and your account details, and you cannot fully opt out. The documents we read do not say whether it trains AI with your private messages or your files.",
  ],
  [
    "uber",
    "US",
    "The terms of Uber allow it to train AI models with your private messages, and you cannot fully opt out. It has not said that it does. It trains AI models with your trips, orders, usage and account data, and you cannot fully opt out.",
  ],
  [
    "match-com",
    "GB",
    "The terms of Match allow it to train AI models with your private messages, and you cannot fully opt out. It has not said that it does. It trains AI models with your account details, data about what you do and what others publish about you, and you cannot fully opt out.",
  ],
  [
    "google-drive",
    "US",
    "Google Drive says that it does not train Gemini and other general models with your files and documents. The documents we read do not say whether it trains other AI with it.",
  ],
];

describe("the sentence", () => {
  test.each(SENTENCES)("%s in %s", (id, region, sentence) => {
    const platform = JSON.parse(readFileSync(`data/platforms/${id}.json`, "utf8")) as Platform;
    expect(headlineSentence(platform, resolve(platform, audience({ region }, "2026-11-30")))).toBe(sentence);
  });

  test("is tested for at least forty platforms", () =>
    expect(new Set(SENTENCES.map(([id]) => id)).size).toBeGreaterThanOrEqual(40));
});
