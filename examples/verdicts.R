# What platforms do today with what people publish, as a table and a bar chart. Base R, no packages.
#
#   Rscript examples/verdicts.R [server] [chart.pdf]

arguments <- commandArgs(trailingOnly = TRUE)
server <- if (length(arguments) > 0) arguments[1] else "http://localhost:8787"
chart <- if (length(arguments) > 1) arguments[2] else "verdicts.pdf"

# Only empty cells are missing: "NA" is the code of Namibia.
kinds <- read.csv(
  paste0(server, "/download/latest/ai-data-use-kinds.csv"),
  na.strings = "", encoding = "UTF-8", colClasses = c(valid_from = "Date", valid_until = "Date")
)

# The answers that apply today to an adult with an account on the free plan, wherever they are.
today <- Sys.Date()
current <- subset(
  kinds,
  kind == "published" &
    plan %in% c("any", "free") & age %in% c("any", "adult") & account %in% c("any", "signed-in") &
    (is.na(valid_from) | valid_from <= today) & (is.na(valid_until) | valid_until > today)
)

# A platform whose answer differs by place has a row for each: it is counted once for each answer.
answers <- unique(current[c("platform", "category", "own_verdict")])
print(table(answers$category, answers$own_verdict))

counts <- sort(table(answers$own_verdict))
pdf(chart, width = 8, height = 4)
par(mar = c(4, 9, 3, 1))
barplot(counts, horiz = TRUE, las = 1, xlab = "platforms", main = "Training own generative AI with what people publish")
mtext(kinds$licence[1], side = 1, line = 2.8, adj = 1, cex = 0.7)
invisible(dev.off())
